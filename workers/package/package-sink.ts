/** Where an archive's bytes go: to a file that the person chose, or to a blob for a download. */
export interface PackageSink {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Puts the file in place; answers the blob where there is no file. */
  readonly close: () => Promise<Blob | null>;
  /** Leaves nothing behind. */
  readonly abort: () => Promise<void>;
}

/** The browser writes beside the target and puts it in place when it is closed: a half-written archive is never seen. */
export async function fileSink(target: FileSystemFileHandle): Promise<PackageSink> {
  const stream = await target.createWritable();
  return {
    write: (bytes) => stream.write(bytes),
    close: async () => {
      await stream.close();
      return null;
    },
    abort: () => stream.abort(),
  };
}

/** Each piece becomes a blob of its own at once, which the browser keeps out of this worker's memory. */
export function blobSink(): PackageSink {
  let pieces: Blob[] = [];
  return {
    write: async (bytes) => {
      pieces.push(new Blob([bytes]));
    },
    close: async () => new Blob(pieces, { type: 'application/zip' }),
    abort: async () => {
      pieces = [];
    },
  };
}
