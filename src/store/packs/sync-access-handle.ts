/** What we use of `FileSystemSyncAccessHandle`, which the DOM typings of the page do not know: it exists in workers only. */
export interface SyncAccessHandle {
  write(bytes: Uint8Array<ArrayBuffer>, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

interface WithSyncAccess {
  createSyncAccessHandle(): Promise<SyncAccessHandle>;
}

/** False on the page, and in browsers without sync access handles. */
export const hasSyncAccess = (file: FileSystemFileHandle): file is FileSystemFileHandle & WithSyncAccess =>
  'createSyncAccessHandle' in file;
