import { expect, it } from 'vitest';
import { droppedEntries, filesOf } from '../../../src/ui/dropped-files';

type Tree = { readonly [name: string]: Tree | string };

/** What a browser hands out: a folder's entries a hundred at a time. */
function entryOf(name: string, inside: Tree | string, parent = ''): FileSystemEntry {
  const fullPath = `${parent}/${name}`;
  const common = { name, fullPath, isFile: typeof inside === 'string', isDirectory: typeof inside !== 'string' };
  if (typeof inside === 'string') {
    const file = (found: (file: File) => void, lost: (error: Error) => void) =>
      inside === 'gone' ? lost(new Error('NotFoundError')) : found(new File([inside], name));
    return { ...common, file } as unknown as FileSystemEntry;
  }
  const createReader = () => {
    const left = Object.entries(inside).map(([child, value]) => entryOf(child, value, fullPath));
    return { readEntries: (found: (entries: FileSystemEntry[]) => void) => found(left.splice(0, 100)) };
  };
  return { ...common, createReader } as unknown as FileSystemEntry;
}

const dropOf = (...entries: readonly (FileSystemEntry | null)[]): DragEvent =>
  ({ dataTransfer: { items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) } }) as unknown as DragEvent;

it('files alone are left to the browser; with a folder among them, all are taken', () => {
  const [file, folder] = [entryOf('a.pdf', 'a'), entryOf('lot', {})];
  expect(droppedEntries(dropOf(file, null))).toBe(null);
  expect(droppedEntries(dropOf(file, null, folder))).toEqual([file, folder]);
});

it('a folder gives its documents, to any depth, without what systems leave beside them', async () => {
  const folder = entryOf('lot', {
    'b.pdf': 'b',
    'notes.txt': 'n',
    'Thumbs.db': 't',
    '~$a.pdf': 'lock',
    __MACOSX: { 'b.pdf': 'fork' },
    famille: { 'A.PDF': 'a', 'lot.zip': 'z', '._A.PDF': 'fork' },
  });
  const files = await filesOf([entryOf('z.pdf', 'z'), folder], '.zip,.pdf');
  expect(files.map(({ name }) => name)).toEqual(['b.pdf', 'A.PDF', 'lot.zip', 'z.pdf']);
});

it('a folder of more than a hundred files gives them all', async () => {
  const many = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`${index}.pdf`, 'x']));
  expect(await filesOf([entryOf('lot', many)], '.pdf')).toHaveLength(250);
});

it('a file that cannot be read is not left out in silence', async () => {
  await expect(filesOf([entryOf('lot', { 'a.pdf': 'a', 'b.pdf': 'gone' })], '.pdf')).rejects.toThrow('NotFoundError');
});
