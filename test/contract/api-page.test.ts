import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PROBLEM_STATUS } from '../../src/contract/problem.schema';
import { ROUTES } from '../../src/contract/routes';
import { API_PAGE_PATH, apiPageText } from '../tools/write-api-page';

const page = readFileSync(API_PAGE_PATH, 'utf8');

it('is committed as the sandbox answers (npx tsx test/tools/write-api-page.ts)', async () => {
  expect(await apiPageText(page)).toBe(page);
});

it('shows a real request and answer of every route, of every success', () => {
  for (const { id, method, path, answers } of ROUTES) {
    const [, section = ''] = page.split(`#### \`${method} ${path}\`\n`);
    const shown = section.split('\n#### ')[0] ?? '';
    for (const status of Object.keys(answers)) {
      // The sandbox answers 201 to a creation; some servers 200.
      if (id === 'createClient' && status === '200') continue;
      expect(shown, `${id} ${status}`).toContain(`\`\`\`http\n${status}`);
    }
  }
});

it('tells every problem code with its status', () => {
  for (const [code, status] of Object.entries(PROBLEM_STATUS))
    expect(page).toMatch(new RegExp(`^\\| ${status}(, 422)? \\| \`${code}\` \\| .{10,} \\| .{5,} \\|$`, 'm'));
});

it('holds no key', () => {
  expect(page).not.toMatch(/Bearer (?!<key>)/);
});
