import type { FollowedDocument } from '../../core/follow-up/followed-envelope';
import { maskFileName } from '../../core/identifiers/mask-file-name';

/** Characters that Windows, macOS or a browser refuses in a file name. */
const REFUSED = /[\\/:*?"<>|\u0000-\u001f\u007f]+/g;

/** « Prénom Nom - T183 2025 - signé.pdf »: sanitised, and never with a SIN. */
export function copyName(client: string, { formCode, taxYear }: FollowedDocument): string {
  return `${fileSafe(`${client} - ${formCode} ${taxYear}`)} - signé.pdf`;
}

/** One segment of a path. */
export function fileSafe(text: string): string {
  const safe = maskFileName(text.normalize('NFC'))
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, 120)
    .trim();
  return safe === '' ? 'client' : safe;
}
