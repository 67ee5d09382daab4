// `npm run bench:identity -- --seed S --json`: a generated office through the identity rules; the last line is its score.
// `--explain` lists every line that missed a goal (fictitious names only); `--seeds N` runs N seeds from S on.
import { generateOffice } from './generate/generate-office';
import { explain } from './explain';
import { runOffice } from './run-office';
import { score } from './score';

const args = process.argv.slice(2);
const valueOf = (name: string, otherwise: number): number => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : Number(args[at + 1]);
};

const first = valueOf('--seed', 1);
const count = valueOf('--seeds', 1);
for (let seed = first; seed < first + count; seed += 1) {
  const result = score(seed, runOffice(generateOffice(seed)));
  if (args.includes('--explain'))
    for (const finding of result.findings) process.stdout.write(`${explain(finding)} seed ${seed}\n`);
  process.stdout.write(`${JSON.stringify(result.score, null, args.includes('--json') ? 0 : 2)}\n`);
}
