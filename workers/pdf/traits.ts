import { containsBytes } from './contains-bytes';
import type { OpenDocument } from './pdfium';

/** What a PDF carries beside its pages, as far as it decides what may be done with it. */
export interface PdfTraits {
  readonly pages: number;
  readonly encrypted: boolean;
  /** What its maker allows to whoever has no owner password; all true for a file without encryption. */
  readonly allows: { readonly printing: boolean; readonly changes: boolean; readonly formFilling: boolean };
  readonly form: boolean;
  readonly xfa: boolean;
  /** Signatures that were applied: empty signature fields are not counted. */
  readonly signatures: number;
  /** DocMDP: 1 no change at all, 2 form filling, 3 annotations too; `null` when nobody certified it. */
  readonly certification: 1 | 2 | 3 | null;
  /** FieldMDP: a signature locks fields. */
  readonly locksFields: boolean;
  /** Adobe's reader extensions, a signature of the maker that any change voids. */
  readonly usageRights: boolean;
  readonly scripts: number;
  readonly attachments: number;
  /** False when a reader had to rebuild the cross-reference: nothing can be appended to that. */
  readonly soundXref: boolean;
  /** A table for old readers and a stream for new ones, side by side (ISO 32000-1 §7.5.8.4). */
  readonly hybridXref: boolean;
}

/** FPDF_GetFormType: 0 none, 1 AcroForm, 2 and 3 the two kinds of XFA. */
const NO_FORM = 0;
const XFA_FULL = 2;
const XFA_FOREGROUND = 3;
/** ISO 32000-1, table 22: bits 3, 4 and 9. */
const PRINT = 1 << 2;
const CHANGE = 1 << 3;
const FILL = 1 << 8;

export function readTraits({ pdfium: library, handle, pageCount }: OpenDocument, bytes: Uint8Array): PdfTraits {
  const formType = library.FPDF_GetFormType(handle);
  const permissions = library.FPDF_GetDocUserPermissions(handle);
  const applied = Array.from({ length: Math.max(0, library.FPDF_GetSignatureCount(handle)) }, (_, index) =>
    library.FPDF_GetSignatureObject(handle, index),
  ).filter((signature) => signature !== 0 && library.FPDFSignatureObj_GetByteRange(signature, 0, 0) > 0);
  const level = applied.map((signature) => library.FPDFSignatureObj_GetDocMDPPermission(signature)).find(isLevel);
  return {
    pages: pageCount,
    encrypted: library.FPDF_GetSecurityHandlerRevision(handle) >= 0,
    allows: {
      printing: (permissions & PRINT) !== 0,
      changes: (permissions & CHANGE) !== 0,
      formFilling: (permissions & FILL) !== 0,
    },
    form: formType !== NO_FORM,
    xfa: formType === XFA_FULL || formType === XFA_FOREGROUND,
    signatures: applied.length,
    certification: level ?? null,
    // Signature dictionaries are never compressed, so that these names are found as bytes.
    locksFields: applied.length > 0 && containsBytes(bytes, '/FieldMDP'),
    usageRights: containsBytes(bytes, '/UR3') || containsBytes(bytes, '/UR '),
    scripts: library.FPDFDoc_GetJavaScriptActionCount(handle),
    attachments: library.FPDFDoc_GetAttachmentCount(handle),
    soundXref: library.FPDF_DocumentHasValidCrossReferenceTable(handle),
    hybridXref: containsBytes(bytes, '/XRefStm'),
  };
}

const isLevel = (level: number): level is 1 | 2 | 3 => level === 1 || level === 2 || level === 3;
