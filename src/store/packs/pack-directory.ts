/** The folder of all packs in this origin's private file system; made when absent. Throws as OPFS does. */
export async function packDirectory(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('packs', { create: true });
}
