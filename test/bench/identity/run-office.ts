import { findBatchShift } from '../../../src/core/documents/batch-shift';
import type { ShiftWitness } from '../../../src/core/documents/batch-shift';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import type { DocumentOptions, DocumentRow } from '../../../src/core/documents/document-row';
import { parseFileName, stemOf } from '../../../src/core/documents/file-name';
import { judgeBatch } from '../../../src/core/documents/judge-batch';
import type { BatchMember } from '../../../src/core/documents/judge-batch';
import { judgeDocument } from '../../../src/core/documents/judge-document';
import { numberShown, withNumbers } from '../../../src/core/documents/known-numbers';
import type { KnownNumber } from '../../../src/core/documents/known-numbers';
import { parseOfficeTemplate } from '../../../src/core/documents/nomenclature/office-template';
import { shiftWitness } from '../../../src/core/documents/shift-witness';
import type { RowId } from '../../../src/core/ids';
import type { EarlierSignature, GeneratedBatch, GeneratedFile, GeneratedOffice } from './generate/shapes';
import { deliveredBefore, keyOfVersion, partOf } from './delivered-before';
import { toDirectory } from './to-directory';
import { toPageText } from './to-page-text';

export interface JudgedFile {
  readonly file: GeneratedFile;
  readonly row: DocumentRow;
}

export interface JudgedBatch {
  readonly batch: GeneratedBatch;
  readonly files: readonly JudgedFile[];
  readonly stopped: boolean;
}

/** Every batch of the office through the product's rules, as the documents worker would run them. */
export function runOffice(office: GeneratedOffice): JudgedBatch[] {
  const { clients } = toDirectory(office.people);
  let numbers: readonly KnownNumber[] = [];
  return office.batches.map((batch, index) => {
    const signed = office.signed.filter((it) => it.batch === index);
    const judged = runBatch(batch, signed, new ClientDirectory(clients, numbers));
    // A batch that stopped is not imported, and shows nobody's number.
    if (!judged.stopped) numbers = withNumbers(numbers, judged.shown);
    return judged;
  });
}

function runBatch(
  batch: GeneratedBatch,
  signed: readonly EarlierSignature[],
  directory: ClientDirectory,
): JudgedBatch & { readonly shown: readonly KnownNumber[] } {
  const options = optionsOf(batch);
  const digests = new Map<GeneratedFile['pages'], string>();
  const delivered = deliveredBefore(signed, directory);
  const witnesses: ShiftWitness[] = [];
  const numbersOf = new Map<RowId, KnownNumber>();
  const members = batch.files.map((file, index): BatchMember => {
    const facts = documentFacts(file.pages.map(toPageText));
    const parsed = parseFileName(file.path, options.naming, options.officeNaming);
    const witness = shiftWitness(parsed, stemOf(file.path), facts, directory);
    witnesses.push(witness);
    const row = judgeDocument({
      id: `r${index}` as RowId,
      sourceName: file.path,
      size: 1,
      facts,
      signed: false,
      options,
      directory,
      assigned: null,
      // Places are another check's business: here they were all found.
      placed: { kind: 'placed', basis: 'by-hand', calibrated: true, fields: [] },
    });
    const number = numberShown(row, facts, directory);
    if (number !== null) numbersOf.set(row.id, number);
    const sha256 = digests.get(file.pages) ?? `d${index}`;
    digests.set(file.pages, sha256);
    const client = row.client && row.status !== 'unmatched' ? directory.byId(row.client.id) : null;
    const { periodEnd, returnKind } = facts;
    const returned = {
      taxYear: row.taxYear ?? options.taxYear,
      periodEnd,
      returnKind,
      ...partOf(row.form, facts, sha256),
    };
    const keyed =
      client && row.form
        ? keyOfVersion(client, row.form, returned, facts.refund, delivered)
        : { key: null, resigns: false };
    return {
      row,
      sha256,
      deliveryKey: keyed.key,
      yearEndProvince: facts.yearEndProvince,
      refund: facts.refund,
      resigns: keyed.resigns,
      witness,
      filing: { periodEnd, returnKind },
    };
  });
  const rows = judgeBatch(members, new Set(delivered.keys()), directory);
  const files = batch.files.flatMap((file, index) => {
    const row = rows[index];
    return row ? [{ file, row }] : [];
  });
  // What is imported at once, or in bulk.
  const imported = rows.filter(({ status }) => status === 'ready' || status === 'confirm');
  const shown = imported.flatMap(({ id }) => numbersOf.get(id) ?? []);
  return { batch, files, stopped: findBatchShift(witnesses) !== null, shown };
}

function optionsOf(batch: GeneratedBatch): DocumentOptions {
  const template = batch.template === null ? null : parseOfficeTemplate(batch.template);
  return {
    form: batch.choice as DocumentOptions['form'],
    naming: batch.naming,
    taxYear: batch.taxYear,
    ...(template?.ok ? { officeNaming: template.value } : {}),
  };
}
