/** Encodings that tax software, Excel and old Windows or Mac programs write French lists in. */
export const TEXT_ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'cp850', 'macroman'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export type SourceKind = 'csv' | 'xlsx' | 'xls' | 'xlsb' | 'ods';

/** What a person decided instead of the source doctor; whatever is absent is decided again. */
export interface ReadOverrides {
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
  /** 1-based line or sheet row. Taken even when no header in it is known. */
  readonly headerRow?: number;
  readonly sheet?: string;
}
