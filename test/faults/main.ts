import { parseArgs } from 'node:util';
import { runSeed, SAMPLE, WHOLE } from './run-seed';

/** `npm run faults -- --seed S --json`: one seed, ending in one JSON line; exit code 0 only when each arrived once. */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, json: { type: 'boolean' }, small: { type: 'boolean' } },
});
const started = Date.now();
const result = await runSeed(Number(values.seed), values.small ? SAMPLE : WHOLE);
if (!values.json) console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(JSON.stringify(result));
process.exit(result.lost + result.duplicated + result.outboxLeft === 0 ? 0 : 1);
