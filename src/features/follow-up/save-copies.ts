import { appError } from '../../core/app-error';
import type { AppError } from '../../core/app-error';
import type { FollowedDocument, FollowedEnvelope } from '../../core/follow-up/followed-envelope';
import type { FollowUpControl } from '../../ui/controls/follow-up-control';
import { copyFolder, copyName } from './copy-name';

/** A signed document that no copy was kept of yet. */
export interface WaitingCopy {
  readonly envelope: FollowedEnvelope;
  readonly document: FollowedDocument;
}

export interface CopiesSaved {
  /** The last thing that went wrong; `null`: all were written. */
  readonly failure: AppError | null;
  /** Documents whose copy is not the one that was signed: nothing is written of them, and the others go on. */
  readonly wrong: readonly string[];
  /** The drive is gone, or the right to write on it: the folder has to be chosen again. */
  readonly folderLost: boolean;
}

/** Signed documents whose copy was not saved from this workstation. */
export const waitingCopies = ({ envelopes, saved }: Pick<FollowUpControl, 'envelopes' | 'saved'>): WaitingCopy[] =>
  envelopes.flatMap((envelope) =>
    envelope.documents
      .filter(({ id, signed }) => signed !== null && !saved.includes(id))
      .map((document) => ({ envelope, document })),
  );

/**
 * Writes each copy into its client's folder under `into`, one at a time, and marks it saved once it is written. Stops
 * at the first that cannot be read or written, which waits for the next time; goes on past one with a wrong digest.
 */
export async function saveCopies(
  copies: readonly WaitingCopy[],
  into: FileSystemDirectoryHandle,
  followUp: Pick<FollowUpControl, 'client' | 'signedCopy' | 'markSaved'>,
): Promise<CopiesSaved> {
  let failure: AppError | null = null;
  const wrong: string[] = [];
  for (const { envelope, document } of copies) {
    const copy = await followUp.signedCopy(envelope.id, document.id);
    if (!copy.ok) {
      failure = copy.error;
      if (copy.error.code !== 'api/unexpected-answer') break;
      wrong.push(document.id);
      continue;
    }
    const client = followUp.client(envelope.client);
    const name = client?.name ?? envelope.recipients[0]?.name ?? '';
    const folder = copyFolder({ code: client?.code ?? String(envelope.client), name });
    try {
      await write(into, folder, copyName(name, document), copy.value);
    } catch {
      return { failure: appError('storage/folder-unavailable'), wrong, folderLost: true };
    }
    await followUp.markSaved([document.id]);
  }
  return { failure, wrong, folderLost: false };
}

/** Throws what the file system throws. Nothing half-written is left under a document's name. */
async function write(
  into: FileSystemDirectoryHandle,
  folder: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const own = await into.getDirectoryHandle(folder, { create: true });
  const free = await freeName(own, name);
  const file = await own.getFileHandle(free, { create: true });
  try {
    const stream = await file.createWritable();
    await stream.write(bytes);
    await stream.close();
  } catch (failed) {
    await own.removeEntry(free).catch(() => undefined);
    throw failed;
  }
}

/** An amended return is signed anew under the same form and year: no copy is ever written over another. */
async function freeName(own: FileSystemDirectoryHandle, name: string): Promise<string> {
  for (let turn = 1; ; turn += 1) {
    const tried = `${name}${turn === 1 ? '' : ` (${turn})`}.pdf`;
    const isTaken = await own.getFileHandle(tried).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DOMException && error.name === 'NotFoundError') return false;
        throw error;
      },
    );
    if (!isTaken) return tried;
  }
}
