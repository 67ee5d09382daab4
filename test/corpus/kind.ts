/** What a kind says of one file: one JSON line, after `file`. Never a taxpayer's data. */
export interface CorpusAnswer {
  readonly kind: string;
  /** `read`, `prepared` and the like, or `refused` with its `code`. */
  readonly outcome: string;
  readonly code?: string;
  /** Of an archive: its documents, each a line of its own under the archive's. */
  readonly entries?: readonly EntryAnswer[];
  readonly [fact: string]: string | number | boolean | null | undefined | object;
}

/** One document of an archive. */
export interface EntryAnswer extends CorpusAnswer {
  readonly file: string;
}

/** Writes a result beside the others under `--out`, in the source's own subfolder. Does nothing without `--out`. */
export type Emit = (name: string, content: Blob) => Promise<void>;

/** Lives in the page, from the first file of its kind to the last. */
export interface CorpusRunner {
  /** Answers, whatever the bytes are; an exception counts as a crash of ours. */
  answer(file: File, emit: Emit): Promise<CorpusAnswer>;
  /** Ends the workers: called when a file took too long, before the next one. */
  end(): void;
}

/** One kind of file, and the real worker that reads it. */
export interface CorpusKind {
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Milliseconds a file may take, and the code that says it took more. */
  readonly limit: { readonly ms: number; readonly code: string };
  start(): CorpusRunner;
}

export const extensionOf = (name: string): string => /\.[^./\\]+$/u.exec(name)?.[0].toLowerCase() ?? '';
