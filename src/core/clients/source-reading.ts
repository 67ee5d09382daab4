/** Encodings that tax software, Excel and old Windows or Mac programs write French lists in. */
export const TEXT_ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'cp850', 'macroman'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type SourceKind = 'csv' | 'xlsx' | 'xls' | 'xlsb' | 'ods';

/** Why an encoding was taken: its mark, its zero bytes, no accent at all, valid UTF-8, the French it makes, most of it UTF-8. */
export type EncodingReason = Decided | 'mark' | 'zeros' | 'ascii' | 'valid' | 'french' | 'mostly';
/** Why a delimiter or a header row was taken: the headers known under it, or a mapping of the office. */
export type HeaderReason = Decided | 'headers';
/** Why a sheet was taken; `first`: no header is known in any. */
export type SheetReason = Decided | 'only' | 'headers' | 'first';
/** By a person now, or by one before for the same columns. */
export type Decided = 'chosen' | 'remembered';

/** A sheet that could be taken instead. */
export interface SheetChoice {
  readonly name: string;
  /** Rows with something in them. */
  readonly rows: number;
  /** Headers known in its best row. */
  readonly headers: number;
  readonly hidden: boolean;
}

/** The evidence for what was decided, and what could be decided instead. */
export interface ReadingEvidence {
  readonly why: {
    readonly encoding?: EncodingReason;
    readonly delimiter?: HeaderReason;
    readonly sheet?: SheetReason;
    readonly headerRow: HeaderReason;
  };
  /** Headers known under each delimiter; empty for a workbook. */
  readonly delimiters: readonly { readonly delimiter: Delimiter; readonly headers: number }[];
  readonly sheets: readonly SheetChoice[];
  /** The first rows, as text, SINs masked: one of them is the header. `row` is 1-based. */
  readonly firstRows: readonly { readonly row: number; readonly text: string }[];
}

/** What a person decided instead of the source doctor; whatever is absent is decided again. */
export interface ReadOverrides {
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
  /** 1-based line or sheet row. Taken even when no header in it is known. */
  readonly headerRow?: number;
  readonly sheet?: string;
}
