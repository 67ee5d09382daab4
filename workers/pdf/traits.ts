import { DOCUMENT_RIGHTS } from '../../src/core/documents/pdf-traits';
import type { DocumentRight, PdfTraits } from '../../src/core/documents/pdf-traits';
import { whichOccur } from './contains-bytes';
import type { OpenDocument } from './pdfium';

/** FPDF_GetFormType: 0 none, 1 AcroForm, 2 and 3 the two kinds of XFA. */
const NO_FORM = 0;
const XFA_FULL = 2;
const XFA_FOREGROUND = 3;
/** ISO 32000-1, table 22: bit n is worth 2 to the n − 1. */
const RIGHTS = { printing: 3, changes: 4, copying: 5, annotations: 6, formFilling: 9, assembly: 11 } satisfies Record<
  DocumentRight,
  number
>;

const MARKS = ['/ByteRange', '/FieldMDP', '/UR3', '/UR ', '/XRefStm'] as const;
/** Signature dictionaries, and those of cross-references, are never compressed: these names are found as bytes. */
export type Marks = ReadonlySet<(typeof MARKS)[number]>;
export const marksIn = (bytes: Uint8Array): Marks => whichOccur(bytes, MARKS);

export function readTraits(
  { pdfium: library, handle, pageCount }: OpenDocument,
  bytes: Uint8Array,
  marks: Marks = marksIn(bytes),
): PdfTraits {
  const formType = library.FPDF_GetFormType(handle);
  const permissions = library.FPDF_GetDocUserPermissions(handle);
  const applied = Array.from({ length: Math.max(0, library.FPDF_GetSignatureCount(handle)) }, (_, index) =>
    library.FPDF_GetSignatureObject(handle, index),
  ).filter((signature) => signature !== 0 && library.FPDFSignatureObj_GetByteRange(signature, 0, 0) > 0);
  const level = applied.map((signature) => library.FPDFSignatureObj_GetDocMDPPermission(signature)).find(isLevel);
  return {
    pages: pageCount,
    encrypted: library.FPDF_GetSecurityHandlerRevision(handle) >= 0,
    withheld: DOCUMENT_RIGHTS.filter((right) => (permissions & (1 << (RIGHTS[right] - 1))) === 0),
    form: formType !== NO_FORM,
    xfa: formType === XFA_FULL || formType === XFA_FOREGROUND,
    signatures: applied.length,
    certification: level ?? null,
    locksFields: applied.length > 0 && marks.has('/FieldMDP'),
    usageRights: marks.has('/UR3') || marks.has('/UR '),
    scripts: library.FPDFDoc_GetJavaScriptActionCount(handle),
    attachments: library.FPDFDoc_GetAttachmentCount(handle),
    soundXref: library.FPDF_DocumentHasValidCrossReferenceTable(handle),
    hybridXref: marks.has('/XRefStm'),
  };
}

const isLevel = (level: number): level is 1 | 2 | 3 => level === 1 || level === 2 || level === 3;
