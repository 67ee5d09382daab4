import { findBatchShift } from '../../../src/core/documents/batch-shift';
import type { ShiftWitness } from '../../../src/core/documents/batch-shift';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import type { DocumentFacts } from '../../../src/core/documents/document-facts';
import type { DocumentOptions, DocumentRow } from '../../../src/core/documents/document-row';
import { parseFileName, stemOf } from '../../../src/core/documents/file-name';
import { judgeBatch } from '../../../src/core/documents/judge-batch';
import type { BatchMember } from '../../../src/core/documents/judge-batch';
import { judgeDocument } from '../../../src/core/documents/judge-document';
import { numberShown, withNumbers } from '../../../src/core/documents/known-numbers';
import type { KnownNumber } from '../../../src/core/documents/known-numbers';
import { mayBeVouchedBy, numbersInBatch } from '../../../src/core/documents/numbers-in-batch';
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
    const judged = runBatch(batch, signed, new ClientDirectory(clients, numbers), numbers);
    numbers = withNumbers(numbers, judged.shown);
    return judged;
  });
}

function runBatch(
  batch: GeneratedBatch,
  signed: readonly EarlierSignature[],
  directory: ClientDirectory,
  numbers: readonly KnownNumber[],
): JudgedBatch & { readonly shown: readonly KnownNumber[] } {
  const delivered = deliveredBefore(signed, directory);
  const digests = new Map<GeneratedFile['pages'], string>();
  const read = batch.files.map((file, index): ReadFile => {
    const sha256 = digests.get(file.pages) ?? `d${index}`;
    digests.set(file.pages, sha256);
    return { file, id: `r${index}` as RowId, sha256, facts: documentFacts(file.pages.map(toPageText)) };
  });
  const judgeOne = (one: ReadFile, known: ClientDirectory) => judgeFile(one, optionsOf(batch), delivered, known);
  let members = read.map((one) => judgeOne(one, directory));
  let rows = judgeBatch(members, new Set(delivered.keys()), directory);
  const inBatch = numbersInBatch(
    members.map(({ row, numberShown: number }, at) => ({ numberShown: number, judged: rows[at] ?? row })),
  );
  if (inBatch.length > 0) {
    const known = new ClientDirectory(directory.clients, withNumbers(numbers, inBatch));
    const isAsking = mayBeVouchedBy(inBatch);
    members = members.map((member, at) => {
      const one = read[at];
      return one && isAsking(member) ? judgeOne(one, known) : member;
    });
    rows = judgeBatch(members, new Set(delivered.keys()), known);
  }
  const stopped = findBatchShift(members.map(({ witness }) => witness)) !== null;
  const files = batch.files.flatMap((file, index) => {
    const row = rows[index];
    return row ? [{ file, row }] : [];
  });
  // What is imported at once, or in bulk; of a batch that stopped, what was right in it, once it is exported anew.
  const shown = members.flatMap(({ numberShown: number }, at) => {
    const status = rows[at]?.status;
    if (number === null || (stopped && batch.files[at]?.fault !== null)) return [];
    return status === 'ready' || status === 'confirm' ? [number] : [];
  });
  return { batch, files, stopped, shown };
}

interface ReadFile {
  readonly file: GeneratedFile;
  readonly id: RowId;
  readonly sha256: string;
  readonly facts: DocumentFacts;
}

type JudgedMember = BatchMember & { readonly witness: ShiftWitness; readonly numberShown: KnownNumber | null };

function judgeFile(
  { file, id, sha256, facts }: ReadFile,
  options: DocumentOptions,
  delivered: ReturnType<typeof deliveredBefore>,
  directory: ClientDirectory,
): JudgedMember {
  const parsed = parseFileName(file.path, options.naming, options.officeNaming);
  const row = judgeDocument({
    id,
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
    witness: shiftWitness(parsed, stemOf(file.path), facts, directory),
    filing: { periodEnd, returnKind },
    numberShown: numberShown(row, facts, directory),
  };
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
