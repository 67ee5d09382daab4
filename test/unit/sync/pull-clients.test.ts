import { beforeEach, describe, expect, it } from 'vitest';
import { CutPull } from '../../../src/sync/cut-pull';
import { readClients } from '../../../src/sync/read-clients';
import { FakeGemBooks } from '../../fakes/fake-gem-books';

const MINUTE = 60_000;

let now: number;
let server: FakeGemBooks;
let cut: CutPull;

/** Codes that sort as their numbers. */
const codeOf = (index: number): string => `C-${String(index).padStart(5, '0')}`;

beforeEach(() => {
  now = 1_000_000;
  server = new FakeGemBooks();
  cut = new CutPull();
  for (let index = 0; index < 450; index++) server.addClient({ code: codeOf(index * 10), name: `Nom ${index}` });
});

/** The pages asked for, and the codes read, or the error. */
async function read(extension: boolean) {
  server.log.length = 0;
  const context = { http: server, now: () => now, signal: new AbortController().signal };
  const reading = await readClients(extension, null, context, cut);
  const pages = server.log.flatMap(({ path }) =>
    path.startsWith('clients?') ? [Number(/page=(\d+)/.exec(path)?.[1])] : [],
  );
  return { pages, codes: reading.ok ? reading.value.clients.map(({ code }) => code) : reading.error.code };
}

/** The network goes at the request for this page, this once. */
function cutAt(page: number): void {
  let done = false;
  server.fault = ({ path }) => {
    if (done || !path.startsWith(`clients?page=${page}&`)) return null;
    done = true;
    return { kind: 'cut-before' };
  };
}

const all = (): string[] => server.clients.map(({ code }) => code).toSorted();

describe.each([true, false])('a pull of the clients that is cut, extension: %s', (extension) => {
  it('goes on from the page it reached', async () => {
    cutAt(4);
    expect(await read(extension)).toEqual({ pages: [1, 2, 3, 4], codes: 'api/proxy-unreachable' });
    expect(await read(extension)).toEqual({ pages: [3, 4, 5], codes: all() });
    // Nothing of it is left for the next one.
    expect((await read(extension)).pages).toEqual([1, 2, 3, 4, 5]);
  });

  it('may be cut again and again', async () => {
    for (const page of [2, 3, 5]) {
      cutAt(page);
      expect((await read(extension)).codes).toBe('api/proxy-unreachable');
    }
    expect(await read(extension)).toEqual({ pages: [4, 5], codes: all() });
  });

  it.each([
    ['one more before the page it reached', () => server.addClient({ code: codeOf(55), name: 'Nouvelle' })],
    ['one less', () => server.clients.splice(20, 1)],
    [
      'one that moved to the end, as many as before',
      () => {
        const [moved] = server.clients.slice(30, 31);
        if (moved) [moved.code, moved.version] = ['Z-1', 2];
      },
    ],
    [
      'one more and one less, as many as before',
      () => {
        server.clients.splice(10, 1);
        server.addClient({ code: codeOf(4_001), name: 'Nouvelle' });
      },
    ],
  ])('reads everything again when the list shifted: %s', async (_what, shift) => {
    cutAt(4);
    await read(extension);
    shift();
    const { pages, codes } = await read(extension);
    expect(codes).toEqual(all());
    expect(pages.slice(-5)).toEqual([1, 2, 3, 4, 5]);
  });

  it('reads everything again after ten minutes', async () => {
    cutAt(4);
    await read(extension);
    now += 11 * MINUTE;
    expect((await read(extension)).pages).toEqual([1, 2, 3, 4, 5]);
  });

  it('starts anew when it is told to forget', async () => {
    cutAt(4);
    await read(extension);
    cut.forget();
    expect((await read(extension)).pages).toEqual([1, 2, 3, 4, 5]);
  });

  it('misses nobody when the list shifts while its pages are read', async () => {
    let done = false;
    server.fault = ({ path }) => {
      if (!done && path.startsWith('clients?page=3&')) {
        done = true;
        server.clients.splice(0, 1);
      }
      return null;
    };
    expect(await read(extension)).toEqual({ pages: [1, 2, 3, 1, 2, 3, 4, 5], codes: all() });
  });

  it('takes a list that never stands still as it comes, each client once', async () => {
    server.fault = ({ path }, count) => {
      if (path.startsWith('clients?page=2&')) server.addClient({ code: `${codeOf(count)}-bis`, name: 'Sans cesse' });
      return null;
    };
    const { codes } = await read(extension);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining([codeOf(0), codeOf(4_490)]));
  });
});

it('with the extension, an edit on a page already read is not missed', async () => {
  cutAt(4);
  await read(true);
  const [edited] = server.clients;
  if (edited) Object.assign(edited, { name: 'Autre nom', version: 2 });
  expect((await read(true)).pages).toEqual([1, 2, 3, 4, 5]);
});
