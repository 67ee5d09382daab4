import { describe, expect, it } from 'vitest';
import { displayNameOf, judgeEntry, UniqueNames } from '../../../src/core/archive/entry-policy';

const MB = 1024 * 1024;
const judge = (over: Partial<Parameters<typeof judgeEntry>[0]>) =>
  judgeEntry({
    name: 'a.pdf',
    size: 1000,
    compressedSize: 900,
    encryption: 'none',
    method: 8,
    overlaps: false,
    ...over,
  });

describe('skipped', () => {
  it.each([
    ['T183/', 'directory'],
    ['__MACOSX/._a.pdf', 'system'],
    ['T183/._a.pdf', 'system'],
    ['T183/~$a.pdf', 'system'],
    ['.DS_Store', 'system'],
    ['x/Thumbs.db', 'system'],
    ['readme.txt', 'not-pdf'],
    ['a.pdf.exe', 'not-pdf'],
  ] as const)('%s', (name, reason) => expect(judge({ name })).toEqual({ kind: 'skip', reason }));
});

describe('refused, by name', () => {
  it.each([
    [{ name: '../evil.pdf' }, 'archive/unsafe-name'],
    [{ name: 'a/../../evil.pdf' }, 'archive/unsafe-name'],
    [{ name: 'a\\..\\evil.pdf' }, 'archive/unsafe-name'],
    [{ name: '/etc/evil.pdf' }, 'archive/unsafe-name'],
    [{ name: 'C:\\evil.pdf' }, 'archive/unsafe-name'],
    [{ name: `${'a'.repeat(1024)}.pdf` }, 'archive/unsafe-name'],
    [{ encryption: 'unsupported' }, 'archive/unsupported-encryption'],
    [{ overlaps: true }, 'archive/overlapping-entry'],
    [{ name: 'inner.zip' }, 'archive/nested-archive'],
    [{ method: 12 }, 'archive/unsupported-method'],
    [{ size: 200 * MB + 1, compressedSize: 150 * MB }, 'archive/entry-too-large'],
    [{ size: 40 * MB, compressedSize: 40_000 }, 'archive/ratio-bomb'],
  ] as const)('%j', (over, code) => expect(judge(over)).toMatchObject({ kind: 'refuse', code }));
});

it.each([
  [{}, 'a.pdf'],
  [{ name: 'T183\\Québec\\a.PDF', method: 0 }, 'T183/Québec/a.PDF'],
  [{ name: 'a..b.pdf' }, 'a..b.pdf'],
  // Asked for its password when its turn comes.
  [{ encryption: 'password' as const, method: 99 }, 'a.pdf'],
  [{ method: 9 }, 'a.pdf'],
  // A page of white: small enough not to matter, whatever its ratio.
  [{ size: MB, compressedSize: 100 }, 'a.pdf'],
  [{ size: 0, compressedSize: 0 }, 'a.pdf'],
])('%j is read', (over, displayName) => expect(judge(over)).toEqual({ kind: 'read', displayName }));

it('a name that would turn the screen around is shown harmless', () => {
  expect(displayNameOf('E\u0300ve\u202Efdp.exe\u0007.pdf')).toBe('Ève�fdp.exe�.pdf');
});

it('equal names are kept apart', () => {
  const names = new UniqueNames();
  expect(['x.pdf', 'x.pdf', 'y.pdf', 'x.pdf'].map((name) => names.take(name))).toEqual([
    'x.pdf',
    'x (2).pdf',
    'y.pdf',
    'x (3).pdf',
  ]);
});
