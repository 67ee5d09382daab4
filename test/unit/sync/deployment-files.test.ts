import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PROBLEM_STATUS } from '../../../src/contract/problem.schema';
import { COMMON_HEADERS, PAGE_HEADERS } from '../../sandbox/security-headers';

const UPSTREAM = Object.entries(PROBLEM_STATUS).filter(([code]) => code.startsWith('upstream-'));

describe.each(['nginx.conf', 'Caddyfile'])('docs/deployment/%s', (name) => {
  const text = readFileSync(`docs/deployment/${name}`, 'utf8');

  it('answers with codes of the contract only', () => {
    const named = new Set([...text.matchAll(/upstream-[a-z]+/g)].map(([code]) => code));
    expect([...named].filter((code) => !Object.hasOwn(PROBLEM_STATUS, code))).toEqual([]);
    // nginx cannot tell a refused certificate from a refused connection.
    const expected = UPSTREAM.map(([code]) => code).filter((code) => name !== 'nginx.conf' || code !== 'upstream-tls');
    expect([...named].sort()).toEqual(expected.sort());
  });

  it('writes problems that are JSON, with the status of their code', () => {
    const bodies = [...text.matchAll(/\{"type":.*?\}(?=['`])/g)].map(
      ([body]) => JSON.parse(body) as { status: number; code: string },
    );
    expect(bodies.length).toBeGreaterThan(1);
    const statuses: Readonly<Record<string, number>> = PROBLEM_STATUS;
    for (const { status, code } of bodies)
      expect(status).toBe(statuses[code.replace('$impot_sync_code', 'upstream-dns')]);
  });

  it('sends the headers that the sandbox sends', () => {
    for (const [header, value] of Object.entries({ ...COMMON_HEADERS, ...PAGE_HEADERS })) {
      expect(text).toContain(`${header} "${value}"`);
    }
  });

  it('gives each API request a connection of its own: the browser repeats a POST on one that served before', () => {
    expect(text).toMatch(name === 'nginx.conf' ? /keepalive_timeout 0;/ : /header_down Connection close/);
    expect(text).not.toMatch(/http2|protocols h1 h2/);
  });
});
