/** The clients as the store holds them: about 500 to a chunk, each sealed under the context `client-chunk:{id}`. */
export interface SealedClientChunk {
  readonly id: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** What a worker needs to know the office's clients. `snapshot` is sealed under the context `client-snapshot`. */
export interface ClientDirectoryImage {
  readonly chunks: readonly SealedClientChunk[];
  readonly snapshot: Uint8Array<ArrayBuffer> | null;
}

/** Chunks to put (new or replaced) and the new snapshot, written in one transaction. */
export interface SealedDirectoryChange {
  readonly chunks: readonly SealedClientChunk[];
  readonly snapshot: Uint8Array<ArrayBuffer>;
}
