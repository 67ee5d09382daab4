import type { FollowedDocument } from '../../core/follow-up/followed-envelope';
import { safeName } from '../../core/package/safe-name';

/** « Prénom Nom - T183 2025 - signé »: safe for every file system, and never with a SIN. Without its ending. */
export const copyName = (client: string, { formCode, taxYear }: FollowedDocument): string =>
  `${safeName(`${client} - ${formCode} ${taxYear}`)} - signé`;

/** A folder of its own for each client, namesakes too: the code tells them apart. */
export const copyFolder = (client: { readonly code: string; readonly name: string }): string =>
  safeName(`${client.code} ${client.name}`);
