// `npm test`: every check and every suite, each counted; the last line is `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDependencies, root, runBin } from './ensure-dependencies.mjs';

ensureDependencies();
const { ensureBuilt } = await import('./build.mjs');

const results = join(root, 'test-results');
mkdirSync(results, { recursive: true });
const counts = { passed: 0, failed: 0, failures: [] };
const started = Date.now();

function count(name, passed) {
  counts[passed ? 'passed' : 'failed'] += 1;
  if (!passed) counts.failures.push(name);
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
}

/** A line for each failed test of a file, or for the file that could not be read as tests. */
function failuresOf(suite, { name, status, message, assertionResults }) {
  const failed = assertionResults.filter((test) => test.status === 'failed');
  const why = (text = '') => text.split('\n', 1)[0];
  const line = (title, text) => `${suite}: ${relative(root, name)} ${title}: ${why(text)}`;
  if (failed.length === 0) return status === 'failed' ? [line('(file)', message)] : [];
  return failed.map(({ fullName, failureMessages }) => line(fullName, failureMessages[0]));
}

/** Adds a vitest run's own counts: a run that dies before its report counts as one failure. */
function vitest(name, args) {
  const report = join(results, `${name}.json`);
  rmSync(report, { force: true });
  const { status } = runBin('vitest/vitest.mjs', [
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numFailedTestSuites = 0,
    testResults = [],
  } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  if (status !== 0 && numFailedTests === 0) counts.failed += Math.max(1, numFailedTestSuites);
  counts.failures.push(...testResults.flatMap((file) => failuresOf(name, file)));
  console.log(
    `${status === 0 ? '✓' : '✗'} ${name}: ${numPassedTests} passed, ${numFailedTests} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
}

const CHECKS = [
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']],
  ['types: core', 'typescript/bin/tsc', ['-p', 'src/core/tsconfig.json']],
  ['types: store, vault, sync', 'typescript/bin/tsc', ['-p', 'src/sync/tsconfig.json']],
  ['types: workers', 'typescript/bin/tsc', ['-p', 'workers/tsconfig.json']],
  ['types: tests', 'typescript/bin/tsc', ['-p', 'test/tsconfig.json']],
  [
    'types: screens',
    'svelte-check/bin/svelte-check',
    ['--tsconfig', './tsconfig.json', '--threshold', 'warning', '--fail-on-warnings', '--output', 'human'],
  ],
];

const [suite = 'all'] = process.argv.slice(2);
if (suite === 'judges') {
  vitest('judges', ['--config', 'test/judges/vitest.config.ts']);
} else if (suite === 'long') {
  process.env.TEST_LONG = '1';
  count('build', ensureBuilt());
  vitest('long', []);
} else {
  for (const [name, script, args] of CHECKS) count(name, runBin(script, args).status === 0);
  count('build', ensureBuilt());
  vitest('node', ['--project', 'node']);
  vitest('postgres', ['--project', 'postgres']);
  vitest('browser', ['--project', 'browser']);
  vitest('e2e', ['--project', 'e2e']);
}

writeFileSync(join(results, `counts-${suite}.json`), JSON.stringify(counts));
// Said again last: whoever reads a long run's end knows what failed.
for (const failure of counts.failures) console.log(`✗ ${failure}`);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
