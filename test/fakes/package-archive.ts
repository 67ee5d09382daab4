import { createHash } from 'node:crypto';
import type { EnvelopeDraft } from '../../src/core/envelopes/envelope';
import type { BatchId } from '../../src/core/ids';
import { followUpCsv } from '../../src/core/package/follow-up-csv';
import { packageManifest } from '../../src/core/package/package-manifest';
import { planPackage } from '../../src/core/package/package-plan';
import type { PackageEnvelope } from '../../src/core/package/package-plan';
import { fr } from '../../src/i18n/fr';
import { archiveWriter } from '../../workers/archive/write-archive';
import { documentId, entryId } from './outbox-entries';

const digest = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');
export const pdfOf = (name: string) => new TextEncoder().encode(`%PDF-1.7 specimen fictif ${name}`);
const draftOf = (...names: string[]): EnvelopeDraft => ({
  purpose: 'signature',
  title: 'Vos documents',
  emailTemplateId: '',
  recipients: [{ id: 'r1', role: 'taxpayer', name: 'Zoé Fictive', email: 'z@exemple.test', language: 'fr', order: 1 }],
  documents: names.map((name) => ({
    title: 'T183, 2025',
    formCode: 'T183',
    taxYear: 2025,
    sha256: createHash('sha256').update(pdfOf(name)).digest('hex'),
    pageCount: 1,
    deliveryKey: `key-${name}`,
    fields: [],
  })),
});
/** A fictitious envelope, ready to be packed. */
export const envelopeOf = (code: string, name: string, ...files: string[]): PackageEnvelope => ({
  entry: entryId(`e-${files.join()}`),
  client: { code, name },
  draft: draftOf(...files),
  files: files.map((file) => ({ document: documentId(file), size: pdfOf(file).length })),
});

/** The archive of one part, as the worker writes it. */
export async function archiveOf(envelopes: readonly PackageEnvelope[]): Promise<Buffer> {
  const [part = []] = planPackage(envelopes);
  const pieces: Uint8Array[] = [];
  const archive = archiveWriter(async (bytes) => void pieces.push(bytes));
  for (const { path, document } of part.flatMap(({ files }) => files)) await archive.add(path, pdfOf(document));
  const text = async (path: string, content: string) => archive.add(path, new TextEncoder().encode(content));
  await text('suivi.csv', followUpCsv(part, fr.packages.followUp));
  await text('manifest.json', await packageManifest(part, { batch: 'b' as BatchId, number: 1, of: 1 }, digest));
  const size = await archive.finish();
  const whole = Buffer.concat(pieces);
  if (whole.length !== size) throw new Error(`${whole.length} bytes written, ${size} announced`);
  return whole;
}
