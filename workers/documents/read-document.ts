import type { LocalClient } from '../../src/core/clients/client';
import type { ClientDirectory } from '../../src/core/documents/client-directory';
import { documentFacts } from '../../src/core/documents/document-facts';
import type { DocumentFacts } from '../../src/core/documents/document-facts';
import type { DeliveredBefore, DocumentOptions } from '../../src/core/documents/document-row';
import { paperText } from '../../src/core/documents/paper-text';
import { parseFileName, stemOf } from '../../src/core/documents/file-name';
import { numberShown } from '../../src/core/documents/known-numbers';
import { judgeDocument } from '../../src/core/documents/judge-document';
import { needsNewSignature } from '../../src/core/documents/re-sign';
import { shiftWitness } from '../../src/core/documents/shift-witness';
import type { SpouseConsent } from '../../src/core/documents/spouse-consent';
import type { OfficeLayout } from '../../src/core/forms/office-layout';
import type { PlacedField } from '../../src/core/forms/placed-field';
import type { FormCode } from '../../src/core/forms/form-code';
import { isPaper } from '../../src/core/forms/is-paper';
import type { RowId } from '../../src/core/ids';
import { releaseBytes } from '../../src/vault/release-bytes';
import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { ArchiveDocument } from '../archive/read-archive';
import { inspectPdf, traitsOf } from '../pdf/inspect';
import type { Pdfium } from '../pdf/pdfium';
import { withoutPages } from '../pdf/without-pages';
import type { BatchItem } from './batch-item';
import { deliveryKeysOf } from './delivery-key';
import { refusedItem } from './refused-item';
import { sha256Hex } from '../shared/sha256-hex';

export interface ReadContext {
  readonly pdfium: Pdfium;
  readonly directory: ClientDirectory;
  readonly options: DocumentOptions;
  readonly deliveryKey: CryptoKey;
  readonly officeLayouts?: readonly OfficeLayout[];
  readonly consents?: readonly SpouseConsent[];
  /** Fields placed by hand, by row. */
  readonly placed?: ReadonlyMap<RowId, readonly PlacedField[]>;
  /** The office prepares what its rights forbid to change. */
  readonly despiteRights?: boolean;
  /** By delivery key. */
  readonly delivered: ReadonlyMap<string, DeliveredBefore>;
}

/** What was decided of a document since Aperçu, which reads it otherwise. */
export interface DecidedReading {
  readonly assigned?: LocalClient | null;
  /** The batch's, tried on the archive's entry and on the PDF. */
  readonly password?: string | null;
  /** Without the office's internal pages, where it has any and is not signed. */
  readonly trimmed?: boolean;
  readonly overridden?: boolean;
}

/**
 * Reads one document, judges it, and lets its bytes and text go. Never fails: a refusal is a row.
 */
export async function readDocument(
  id: RowId,
  source: ArchiveDocument,
  context: ReadContext,
  how: DecidedReading = {},
): Promise<BatchItem> {
  const { password = null } = how;
  const bytes = await source.read(password);
  if (!bytes.ok) return refusedItem(id, source, bytes.error, { password });
  try {
    return await readBytes(id, source, bytes.value, context, how);
  } finally {
    releaseBytes(bytes.value);
  }
}

async function readBytes(
  id: RowId,
  source: ArchiveDocument,
  bytes: Uint8Array<ArrayBuffer>,
  {
    pdfium,
    directory,
    options,
    deliveryKey,
    delivered: before,
    officeLayouts,
    consents,
    placed,
    despiteRights,
  }: ReadContext,
  how: DecidedReading,
): Promise<BatchItem> {
  const { assigned = null, password = null } = how;
  const sha256 = await sha256Hex(bytes);
  const inspected = await inspectPdf(pdfium, bytes, password);
  if (!inspected.ok) {
    const traits = await traitsOf(pdfium, bytes, password);
    return refusedItem(id, source, inspected.error, { password, sha256, size: bytes.length, traits });
  }
  const { signed, locked, traits, digest } = inspected.value;
  const whole = documentFacts(inspected.value.pages);
  const trimmed = how.trimmed === true && !signed && whole.internalPages.length > 0;
  const copy = trimmed ? await trimmedCopy(pdfium, bytes, whole.internalPages, password) : ok(whole);
  if (!copy.ok) return refusedItem(id, source, copy.error, { password, sha256, size: bytes.length });
  const facts = copy.value;
  const parsed = parseFileName(source.name, options.naming, options.officeNaming);
  const witness = shiftWitness(parsed, stemOf(source.name), facts, directory);
  const byHand = placed?.get(id);
  const row = judgeDocument({
    id,
    sourceName: source.name,
    size: bytes.length,
    facts,
    signed,
    locked,
    traits,
    trimmed,
    ...(despiteRights ? { despiteRights } : {}),
    options,
    directory,
    assigned,
    ...(officeLayouts ? { officeLayouts } : {}),
    ...(consents ? { consents } : {}),
    ...(byHand ? { placed: { kind: 'placed', basis: 'by-hand', calibrated: true, fields: byHand } } : {}),
  });
  const client = row.client && row.status !== 'unmatched' ? directory.byId(row.client.id) : null;
  const { periodEnd, returnKind } = facts;
  const part = await partOf(row.form, facts, trimmed, sha256);
  const delivered = { taxYear: row.taxYear ?? options.taxYear, periodEnd, returnKind, ...part };
  const keyed =
    client && row.form
      ? await keyOfVersion(row.form, facts.refund, before, (version) =>
          deliveryKeysOf(deliveryKey, client, row.form ?? 'OTHER', { ...delivered, version }, sinsShown(facts)),
        )
      : { key: null, resigns: false };
  const { yearEndProvince, refund } = facts;
  return {
    yearEndProvince,
    refund,
    resigns: keyed.resigns,
    source,
    sha256,
    signed,
    digest,
    locked,
    password,
    witness,
    filing: { periodEnd, returnKind },
    assigned: assigned?.id ?? null,
    trimmed,
    overridden: how.overridden === true,
    deliveryKey: keyed.key,
    numberShown: numberShown(row, facts, directory),
    row,
  };
}

/** What the copy without internal pages says. Its places are its own: page numbers moved. */
async function trimmedCopy(
  pdfium: Pdfium,
  bytes: Uint8Array,
  internal: readonly number[],
  password: string | null,
): Promise<Result<DocumentFacts>> {
  const copy = await withoutPages(pdfium, bytes, internal, password);
  if (!copy.ok) return copy;
  const inspected = await inspectPdf(pdfium, copy.value);
  return inspected.ok ? ok(documentFacts(inspected.value.pages)) : inspected;
}

/** Whole SINs in the cells of the document's own taxpayer. */
const sinsShown = ({ identifiers }: DocumentFacts): string[] => [
  ...new Set(
    identifiers.flatMap(({ sins }) =>
      sins.flatMap(({ party, masked, plausible, digits }) => (party === 'own' && !masked && plausible ? [digits] : [])),
    ),
  ),
];

/** A paper is known by its words, a scanned one by its bytes; a trimmed copy is not the document that is signed. */
async function partOf(
  form: FormCode | null,
  { pages }: DocumentFacts,
  trimmed: boolean,
  sha256: string,
): Promise<{ readonly part?: string }> {
  if (form === null || !isPaper(form)) return trimmed ? { part: 'copy' } : {};
  const text = paperText(form, pages);
  return { part: text === null ? sha256 : await sha256Hex(new TextEncoder().encode(text)) };
}

/** The key of the last version delivered before; of the next one, when that one's signature does not cover this. */
async function keyOfVersion(
  form: FormCode,
  refund: number | null,
  delivered: ReadonlyMap<string, DeliveredBefore>,
  keysOf: (version: number) => Promise<readonly string[]>,
): Promise<{ readonly key: string; readonly resigns: boolean }> {
  // Under whichever name of the client it left.
  const keyOf = async (version: number): Promise<string> => {
    const keys = await keysOf(version);
    return keys.find((it) => delivered.has(it)) ?? keys[0] ?? '';
  };
  let key = await keyOf(1);
  for (let version = 2; delivered.has(key); version += 1) {
    const next = await keyOf(version);
    if (!delivered.has(next)) {
      const resigns = needsNewSignature(form, delivered.get(key)?.refund ?? null, refund);
      return { key: resigns ? next : key, resigns };
    }
    key = next;
  }
  return { key, resigns: false };
}
