import type { PlacedField } from '../../../src/core/forms/placed-field';
import type { PageText } from '../../../src/core/documents/page-text';
import { hasImpossibleXref } from '../../../workers/pdf/append/impossible-xref';
import { inspectPdf } from '../../../workers/pdf/inspect';
import type { Pdfium } from '../../../workers/pdf/pdfium';
import { preparePdf } from '../../../workers/pdf/prepare';
import { readTraits } from '../../../workers/pdf/traits';
import { hasPrefix } from '../../../workers/pdf/verify-prepared';
import { maskedFacts } from './masked-facts';

export interface PdfAnswer {
  readonly outcome: 'prepared' | 'untouched-signed' | 'refused';
  readonly code?: string;
  readonly pages: number | null;
  readonly encrypted: boolean | null;
  readonly xfa: boolean | null;
  readonly signed: boolean | null;
  readonly traits: object | null;
  readonly facts: object | null;
  /** The original is a byte prefix of the result. */
  readonly prefix: boolean;
  readonly result: Uint8Array<ArrayBuffer> | null;
}

/** A signature, a date and a time at the lower left of the first page. */
function fieldsOn({ origin: [x, y] = [0, 0] }: PageText): PlacedField[] {
  return [
    { kind: 'signature', signer: 'taxpayer', page: 1, rect: [x + 36, y + 36, 190, 28] },
    { kind: 'date', signer: 'taxpayer', page: 1, rect: [x + 236, y + 36, 72, 14] },
    { kind: 'time', part: 'all', signer: 'taxpayer', page: 1, rect: [x + 318, y + 36, 66, 14] },
  ];
}

/** Inspected, read, given three fields, prepared and checked again, as a document of the app would be. */
export async function examinePdf(pdfium: Pdfium, bytes: Uint8Array<ArrayBuffer>): Promise<PdfAnswer> {
  const opened = hasImpossibleXref(bytes)
    ? ({ ok: false, failure: 'damaged' } as const)
    : await pdfium.withDocument(bytes, (document) => readTraits(document, bytes));
  const traits = opened.ok ? opened.value : null;
  const seen = {
    pages: traits?.pages ?? null,
    encrypted: traits?.encrypted ?? (opened.ok || opened.failure === 'damaged' ? null : true),
    xfa: traits?.xfa ?? null,
    signed: traits ? traits.signatures > 0 : null,
    traits,
  };
  const refused = (code: string, facts: object | null): PdfAnswer => {
    return { outcome: 'refused', code, ...seen, facts, prefix: false, result: null };
  };
  const inspected = await inspectPdf(pdfium, bytes);
  if (!inspected.ok) return refused(inspected.error.code, null);
  const facts = maskedFacts(inspected.value.pages);
  const [first] = inspected.value.pages;
  if (inspected.value.signed || !first) {
    return { outcome: 'untouched-signed', ...seen, facts, prefix: true, result: bytes };
  }
  const prepared = await preparePdf(pdfium, bytes, fieldsOn(first));
  if (!prepared.ok) return refused(prepared.error.code, facts);
  const prefix = hasPrefix(prepared.value, bytes);
  return { outcome: 'prepared', ...seen, facts, prefix, result: prepared.value };
}
