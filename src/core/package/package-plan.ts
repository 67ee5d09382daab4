import type { EnvelopeDocument, EnvelopeDraft } from '../envelopes/envelope';
import type { DocumentId, OutboxEntryId } from '../ids';
import { safeName, uniqueNames } from './safe-name';

/** An envelope that a person puts in GEM-BOOKS; `files` in the order of the draft's documents, sizes in bytes. */
export interface PackageEnvelope {
  readonly entry: OutboxEntryId;
  readonly client: { readonly code: string; readonly name: string };
  readonly draft: EnvelopeDraft;
  readonly files: readonly { readonly document: DocumentId; readonly size: number }[];
}

export interface PackageFile {
  /** `folder/name.pdf` in the archive. */
  readonly path: string;
  readonly document: DocumentId;
  readonly size: number;
  readonly content: EnvelopeDocument;
}

export interface PackageFolder {
  readonly envelope: PackageEnvelope;
  readonly folder: string;
  readonly files: readonly PackageFile[];
}

/** One archive each; an envelope is never cut in two. */
export type PackagePart = readonly PackageFolder[];

/** A plain ZIP ends at 4 GiB and 65,535 entries; what the manifest and the directory take is left free. */
export const MOST_PART_BYTES = 4_000_000_000;
export const MOST_PART_FILES = 60_000;

/** Where everything lies: a folder per client, names that are unique and hold no SIN. The same batch, the same plan. */
export function planPackage(
  envelopes: readonly PackageEnvelope[],
  limits: { readonly bytes: number; readonly files: number } = { bytes: MOST_PART_BYTES, files: MOST_PART_FILES },
): readonly PackagePart[] {
  const parts: PackageFolder[][] = [];
  const newFolder = uniqueNames();
  const folders = new Map<string, { readonly folder: string; readonly newFile: ReturnType<typeof uniqueNames> }>();
  let [bytes, count] = [0, 0];
  for (const envelope of envelopes) {
    const { code, name } = envelope.client;
    const known = folders.get(`${code}|${name}`);
    const place = known ?? { folder: newFolder(safeName(`${code} ${name}`)), newFile: uniqueNames() };
    if (!known) folders.set(`${code}|${name}`, place);
    const files = envelope.files.flatMap(({ document, size }, index): PackageFile[] => {
      const content = envelope.draft.documents[index];
      if (content === undefined) return [];
      return [{ path: `${place.folder}/${place.newFile(safeName(content.title), '.pdf')}`, document, size, content }];
    });
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const current = parts.at(-1);
    if (current === undefined || bytes + size > limits.bytes || count + files.length > limits.files) {
      parts.push([{ envelope, folder: place.folder, files }]);
      [bytes, count] = [size, files.length];
    } else {
      current.push({ envelope, folder: place.folder, files });
      bytes += size;
      count += files.length;
    }
  }
  return parts;
}
