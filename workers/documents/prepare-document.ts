import { appError } from '../../src/core/app-error';
import { isInternalPage } from '../../src/core/documents/internal-page';
import type { DocumentOptions } from '../../src/core/documents/document-row';
import type { PreparationOutcome, PreparedDocument } from '../../src/core/documents/prepared-document';
import type { LocalClient } from '../../src/core/clients/client';
import type { DocumentId } from '../../src/core/ids';
import { releaseBytes } from '../../src/vault/release-bytes';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { sealDocument } from '../../src/vault/document-key';
import { inspectPdf } from '../pdf/inspect';
import type { Pdfium } from '../pdf/pdfium';
import { withoutPages } from '../pdf/without-pages';
import { decryptedCopy } from '../pdf/decrypted-copy';
import { preparePdf } from '../pdf/prepare';
import type { BatchItem } from './batch-item';
import { deliveryKeyOf } from './delivery-key';
import type { SealedPlace } from './sealed-place';
import { sha256Hex } from '../shared/sha256-hex';

/** A paper whose form nobody said has no return of its own. */
const WHOLE_YEAR = { periodEnd: null, returnKind: 'initial' } as const;

export interface PrepareContext {
  readonly pdfium: Pdfium;
  readonly options: DocumentOptions;
  readonly deliveryKey: CryptoKey;
  readonly batchKey: CryptoKey;
  readonly newDocumentId: () => DocumentId;
  /** Writes sealed bytes down, in the batch's pack or in its fallback. */
  readonly keep: (id: DocumentId, sealed: Uint8Array<ArrayBuffer>) => Result<SealedPlace>;
}

/**
 * Reads the accepted document again, holds it to the previewed digest (`batch/source-changed`), appends its fields,
 * proves them, seals the result under its own key and writes it down. A signed PDF goes as it is; one that a password
 * locks goes as a decrypted copy, since its recipient could not open it otherwise; one with internal pages, where the
 * technician chose so, as a copy without them.
 */
export async function prepareDocument(
  item: BatchItem,
  client: LocalClient,
  context: PrepareContext,
): Promise<Result<PreparedDocument>> {
  const source = await item.source.read(item.password);
  if (!source.ok) return source;
  try {
    return await prepareBytes(item, source.value, client, context);
  } finally {
    releaseBytes(source.value);
  }
}

async function prepareBytes(
  item: BatchItem,
  source: Uint8Array<ArrayBuffer>,
  client: LocalClient,
  context: PrepareContext,
): Promise<Result<PreparedDocument>> {
  const { row } = item;
  if ((await sha256Hex(source)) !== item.sha256) return err(appError('batch/source-changed'));

  const fields = row.placement.kind === 'placed' ? row.placement.fields : [];
  const readable = item.trimmed
    ? await trimmedAgain(context.pdfium, source, item)
    : item.locked
      ? await decryptedCopy(context.pdfium, source, item.password ?? '')
      : ok(source);
  if (!readable.ok) return readable;
  // Of these very bytes, as their digest says: a decrypted copy is another file.
  const known = item.locked ? null : item.digest;
  const prepared =
    item.signed || item.trimmed ? readable : await preparePdf(context.pdfium, readable.value, fields, known);
  if (!prepared.ok) return prepared;
  const [copy, made] = [readable.value, prepared.value];
  if (copy !== source && copy !== made) releaseBytes(copy);

  const id = context.newDocumentId();
  const { sealed, wrappedKey } = await sealDocument(made, id, context.batchKey);
  const place = context.keep(id, sealed);
  if (!place.ok) return place;

  const [sha256, size] = [await sha256Hex(made), made.length];
  if (made !== source) releaseBytes(made);

  const form = row.form ?? 'OTHER';
  const taxYear = row.taxYear ?? context.options.taxYear;
  return ok({
    rowId: row.id,
    clientId: client.id,
    sealed: { id, ...place.value, wrappedKey },
    outcome: outcomeOf(item),
    sourceSha256: item.sha256,
    sha256,
    size,
    pageCount: row.pages.length,
    form,
    taxYear,
    deliveryKey:
      item.deliveryKey ?? (await deliveryKeyOf(context.deliveryKey, client, form, { ...WHOLE_YEAR, taxYear })),
    ...(item.refund === null ? {} : { refund: item.refund }),
    recipients: row.recipients,
    fields,
  });
}

/** The copy that Aperçu showed, made of the same bytes: without every page that is internal. */
async function trimmedAgain(
  pdfium: Pdfium,
  bytes: Uint8Array,
  { password }: BatchItem,
): Promise<Result<Uint8Array<ArrayBuffer>>> {
  const inspected = await inspectPdf(pdfium, bytes, password);
  if (!inspected.ok) return inspected;
  const internal = inspected.value.pages.filter(isInternalPage).map(({ page }) => page);
  return withoutPages(pdfium, bytes, internal, password);
}

function outcomeOf({ signed, locked, trimmed }: BatchItem): PreparationOutcome {
  if (signed) return 'untouched-signed';
  return locked || trimmed ? 'prepared-derivative' : 'prepared';
}
