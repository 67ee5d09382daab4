import { isSystemFile } from '../core/archive/entry-policy';

/** What was dropped, where a folder is among it; `null` where the browser's own way serves. Valid during the event only. */
export function droppedEntries(event: DragEvent): readonly FileSystemEntry[] | null {
  const items = [...(event.dataTransfer?.items ?? [])];
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  return entries.some(({ isDirectory }) => isDirectory) ? entries : null;
}

/**
 * The files of what was dropped, folders opened to any depth, in the order of their paths; what systems and Office leave
 * beside documents is not one of them. Rejects when one cannot be read: a part of a folder is never taken for the whole.
 * @param accept as a file field says it: `.zip,.pdf`.
 */
export async function filesOf(entries: readonly FileSystemEntry[], accept: string): Promise<File[]> {
  const endings = accept.toLowerCase().split(',');
  const found: FileSystemFileEntry[] = [];
  const open = async (entry: FileSystemEntry): Promise<void> => {
    if (isSystemFile(entry.fullPath)) return;
    if (isFolder(entry)) for (const child of await childrenOf(entry)) await open(child);
    else if (isFile(entry) && endings.some((ending) => entry.name.toLowerCase().endsWith(ending))) found.push(entry);
  };
  for (const entry of entries) await open(entry);
  const sorted = found.toSorted((a, b) => (a.fullPath < b.fullPath ? -1 : 1));
  return Promise.all(sorted.map(fileOf));
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** Browsers hand a folder's entries out a hundred at a time, until they hand out none. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
