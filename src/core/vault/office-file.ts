import { appError } from '../app-error';
import { err, ok } from '../result';
import type { Result } from '../result';

const FORMAT = 'impot-sync/office';
const VERSION = 1;

/** An office on its way to another workstation, sealed: nothing in it can be read without the office's passphrase. */
export interface OfficeFile {
  readonly id: string;
  /** The office key under the office's passphrase, as `PUT office` has it. */
  readonly sealedKey: string;
  /** The office index under the office key, in base64. */
  readonly index: string;
}

export const writeOfficeFile = ({ id, sealedKey, index }: OfficeFile): string =>
  JSON.stringify({ format: FORMAT, version: VERSION, id, sealedKey, index }, null, 2);

/** Errors: `office/unreadable-file`, `office/newer-version`. */
export function readOfficeFile(text: string): Result<OfficeFile> {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return err(appError('office/unreadable-file'));
  }
  if (!isRecord(file) || file['format'] !== FORMAT || typeof file['version'] !== 'number') {
    return err(appError('office/unreadable-file'));
  }
  if (file['version'] > VERSION) return err(appError('office/newer-version'));
  const { id, sealedKey, index } = file;
  return typeof id === 'string' && id !== '' && typeof sealedKey === 'string' && typeof index === 'string'
    ? ok({ id, sealedKey, index })
    : err(appError('office/unreadable-file'));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
