import type { ArchiveErrorCode } from '../app-error';

/** What the central directory says of one entry, before a byte of it is read. Sizes in bytes. */
export interface EntryHeader {
  readonly name: string;
  readonly size: number;
  readonly compressedSize: number;
  /** `unsupported`: PKWARE's strong encryption, or headers that are themselves encrypted. */
  readonly encryption: 'none' | 'password' | 'unsupported';
  /** ZIP compression method: 0 stored, 8 deflated, 9 Deflate64, 99 WinZip AES (the real method is inside). */
  readonly method: number;
  /** Another entry claims some of the same bytes. */
  readonly overlaps: boolean;
}

/** `skip`: not a document, said by count only. `refuse`: a document that may not be read, shown by name. */
export type EntryVerdict =
  | { readonly kind: 'read'; readonly displayName: string }
  | { readonly kind: 'skip'; readonly reason: 'directory' | 'system' | 'not-pdf' }
  | { readonly kind: 'refuse'; readonly displayName: string; readonly code: ArchiveErrorCode };

/** Documented in `docs/file-formats.md`; the reader enforces the size again while it inflates. */
export const ARCHIVE_LIMITS = {
  /** Records in the central directory, folders and other files included. */
  entries: 200_000,
  /** Bytes of the central directory: 64 MB. */
  directorySize: 64 * 1024 * 1024,
  /** PDFs in one archive. */
  documents: 20_000,
  /** One document, inflated: 200 MB. */
  entrySize: 200 * 1024 * 1024,
  /** Inflated ÷ compressed; a PDF is already compressed and seldom passes 20. */
  ratio: 200,
  /** Below this inflated size the ratio is not looked at: 1 MB. */
  ratioFloor: 1024 * 1024,
  /** Characters of a name with its folders. */
  nameLength: 1024,
} as const;

const READABLE_METHODS: readonly number[] = [0, 8, 9, 99];

/** Decides what happens to an entry; reads nothing. The order of the questions is the order of the danger. */
export function judgeEntry(header: EntryHeader): EntryVerdict {
  const name = header.name.replace(/\\/g, '/');
  if (name.endsWith('/')) return { kind: 'skip', reason: 'directory' };
  if (isSystemFile(name)) return { kind: 'skip', reason: 'system' };
  const displayName = displayNameOf(name);
  const refuse = (code: ArchiveErrorCode): EntryVerdict => ({ kind: 'refuse', displayName, code });
  // Said by name: the documents inside would otherwise be missed without a word.
  if (/\.(zip|7z|rar)$/i.test(name)) return refuse('archive/nested-archive');
  if (!/\.pdf$/i.test(name)) return { kind: 'skip', reason: 'not-pdf' };

  if (isUnsafeName(name)) return refuse('archive/unsafe-name');
  if (header.overlaps) return refuse('archive/overlapping-entry');
  if (header.encryption === 'unsupported') return refuse('archive/unsupported-encryption');
  if (!READABLE_METHODS.includes(header.method)) return refuse('archive/unsupported-method');
  if (header.size > ARCHIVE_LIMITS.entrySize) return refuse('archive/entry-too-large');
  if (isRatioBomb(header)) return refuse('archive/ratio-bomb');
  return { kind: 'read', displayName };
}

/** What systems and Office leave beside documents. `name` with its folders, `/` between them. */
export function isSystemFile(name: string): boolean {
  const parts = name.split('/');
  const base = parts.at(-1) ?? '';
  return (
    parts.includes('__MACOSX') ||
    base.startsWith('~$') ||
    base.startsWith('._') ||
    base === '.DS_Store' ||
    base.toLowerCase() === 'thumbs.db' ||
    base.toLowerCase() === 'desktop.ini'
  );
}

/** Nothing is ever written under an entry's name, but a name that tries to climb is not an office's export. */
function isUnsafeName(name: string): boolean {
  return (
    name.startsWith('/') ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..') ||
    name.includes('\0') ||
    name.length > ARCHIVE_LIMITS.nameLength
  );
}

function isRatioBomb({ size, compressedSize }: EntryHeader): boolean {
  return size > ARCHIVE_LIMITS.ratioFloor && size > ARCHIVE_LIMITS.ratio * Math.max(compressedSize, 1);
}

/** For the eye only: NFC, without control or direction-changing characters. */
export function displayNameOf(name: string): string {
  return name.normalize('NFC').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '�');
}

/** Names kept apart: « x.pdf », « x.pdf (2) ». */
export class UniqueNames {
  readonly #seen = new Map<string, number>();

  take(name: string): string {
    const count = (this.#seen.get(name) ?? 0) + 1;
    this.#seen.set(name, count);
    return count === 1 ? name : `${name.replace(/\.pdf$/i, '')} (${count}).pdf`;
  }
}
