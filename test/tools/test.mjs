// `npm test`: every check and every suite, each counted; the last line is `N passed, N failed`.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root, runBin } from './ensure-dependencies.mjs';

ensureDependencies();
const { ensureBuilt } = await import('./build.mjs');

const results = join(root, 'test-results');
mkdirSync(results, { recursive: true });
const counts = { passed: 0, failed: 0 };
const started = Date.now();

function count(name, passed) {
  counts[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(0)} s)`);
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
  } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  if (status !== 0 && numFailedTests === 0) counts.failed += Math.max(1, numFailedTestSuites);
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
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
