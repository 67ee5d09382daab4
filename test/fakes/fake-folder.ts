/** A folder of the File System Access API, in memory: as much of it as saving copies uses. */
export class FakeFolder {
  readonly files = new Map<string, Uint8Array>();
  readonly folders = new Map<string, FakeFolder>();
  /** Set: the right to write was taken back. `broken`: the disk fails in the middle of a file. */
  readonly trouble: { denied: boolean; broken: boolean };

  constructor(trouble = { denied: false, broken: false }) {
    this.trouble = trouble;
  }

  get handle(): FileSystemDirectoryHandle {
    return this as unknown as FileSystemDirectoryHandle;
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<FakeFolder> {
    this.#allowed(name);
    const known = this.folders.get(name) ?? (create ? new FakeFolder(this.trouble) : null);
    if (known === null) throw new DOMException('absent', 'NotFoundError');
    this.folders.set(name, known);
    return known;
  }

  async getFileHandle(name: string, { create = false } = {}) {
    this.#allowed(name);
    if (!this.files.has(name) && !create) throw new DOMException('absent', 'NotFoundError');
    if (create) this.files.set(name, this.files.get(name) ?? new Uint8Array());
    return {
      createWritable: async () => {
        let written = new Uint8Array();
        return {
          write: async (bytes: Uint8Array<ArrayBuffer>) => {
            if (this.trouble.broken) throw new DOMException('disk full', 'QuotaExceededError');
            written = bytes.slice();
          },
          close: async () => void this.files.set(name, written),
        };
      },
    };
  }

  async removeEntry(name: string): Promise<void> {
    this.files.delete(name);
  }

  /** As the browser refuses: a name that no file system takes throws a TypeError. */
  #allowed(name: string): void {
    if (this.trouble.denied) throw new DOMException('denied', 'NotAllowedError');
    if (/[\\/:*?"<>|]|^\.{0,2}$/.test(name)) throw new TypeError(`Name is not allowed: ${name}`);
  }

  /** Every file under its folder's name. */
  paths(): string[] {
    return [...this.folders].flatMap(([folder, { files }]) => [...files.keys()].map((name) => `${folder}/${name}`));
  }
}
