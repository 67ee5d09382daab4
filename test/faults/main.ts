import { parseArgs } from 'node:util';
import { ensureBuilt } from '../tools/build.mjs';
import { runBrowserSeed, SAMPLE_IN_BROWSER, WHOLE_IN_BROWSER } from './run-browser-seed';
import { runSeed, SAMPLE, WHOLE } from './run-seed';

/**
 * `npm run faults -- --seed S --json [--browser] [--small]`: one seed, ending in one JSON line; exit code 0 only when each
 * arrived once.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean' },
    small: { type: 'boolean' },
    browser: { type: 'boolean' },
  },
});
const seed = Number(values.seed);
const started = Date.now();
if (values.browser && !ensureBuilt()) process.exit(1);
const result = values.browser
  ? await runBrowserSeed(seed, values.small ? SAMPLE_IN_BROWSER : WHOLE_IN_BROWSER)
  : await runSeed(seed, values.small ? SAMPLE : WHOLE);
if (!values.json) console.log(`${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(JSON.stringify(result));
process.exit(result.lost + result.duplicated + result.outboxLeft === 0 ? 0 : 1);
