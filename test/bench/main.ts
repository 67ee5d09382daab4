// `npm run bench -- [job …] [--rows N] [--runs N] [--json]`: measures on the built app and in the real workers; the last
// line with `--json` is `[{job, rows, runs, figures}]`, otherwise each job ends with a Markdown table.
import { cpus } from 'node:os';
import { markdownTable } from './harness/table';
import { ALL_JOBS } from './jobs/all-jobs';

const args = process.argv.slice(2);
const json = args.includes('--json');
const valueOf = (name: string): number | null => {
  const at = args.indexOf(name);
  const value = at < 0 ? Number.NaN : Number(args[at + 1]);
  return Number.isInteger(value) && value > 0 ? value : null;
};
const named = args.filter((arg, at) => !arg.startsWith('--') && !/^--(?:rows|runs)$/u.test(args[at - 1] ?? ''));
const unknown = named.filter((name) => !ALL_JOBS.some((job) => job.name === name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. Jobs: ${ALL_JOBS.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const runs = valueOf('--runs') ?? 5;
const results = [];
for (const job of ALL_JOBS.filter(({ name }) => named.length === 0 || named.includes(name))) {
  const rows = valueOf('--rows') ?? job.rows;
  say(`${job.name}: ${job.about} ${rows} rows, ${runs} runs, ${cpus().length} cores.`);
  const figures = await job.run({ rows, runs, say });
  results.push({ job: job.name, rows, runs, figures });
  if (!json) process.stdout.write(`\n### ${job.name}\n${markdownTable(figures)}\n`);
}
if (json) process.stdout.write(`${JSON.stringify(results)}\n`);
