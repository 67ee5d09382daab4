import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import type { PDFPage, PdfRef } from '@libpdf/core';
import { nameFields } from './widget-names';
import type { NamedField } from './widget-names';
import type { PlacedField } from '../../src/core/forms/placed-field';

/** Bit 3 of an annotation's flags: it is printed. */
const PRINT = 4;
/** Bit 1 of /SigFlags: the document has a signature field (ISO 32000-1, table 219). */
const SIGNATURES_EXIST = 1;

/**
 * Appends the fields by libpdf's incremental save; for files that our own writer does not take (encrypted ones, whose
 * new strings must be encrypted too). Throws whatever libpdf throws: the caller turns it into a refusal.
 */
export async function stampWithLibpdf(
  bytes: Uint8Array,
  fields: readonly PlacedField[],
): Promise<Uint8Array<ArrayBuffer>> {
  // Lenient, its reader of dictionaries can go round in circles on a damaged one until the memory ends (the fuzz found
  // it); and a file that must be guessed at is not one to append to.
  const pdf = await PDF.load(bytes, { lenient: false });
  const resolve = (ref: PdfRef) => pdf.getObject(ref);
  const form = acroForm(pdf, resolve);
  const list = arrayIn(form, 'Fields', resolve);
  for (const named of nameFields(fields, namesIn(list, resolve))) {
    const page = pdf.getPage(named.field.page - 1);
    if (page === null) throw new RangeError('no such page');
    const ref = pdf.register(widget(named, page));
    annotationsOf(page.dict, resolve).push(ref);
    list.push(ref);
  }
  const flags = form.getNumber('SigFlags', resolve)?.value ?? 0;
  form.set('SigFlags', PdfNumber.of(flags | SIGNATURES_EXIST));
  return new Uint8Array(await pdf.save({ incremental: true }));
}

type Resolve = (ref: PdfRef) => ReturnType<PDF['getObject']>;

function acroForm(pdf: PDF, resolve: Resolve): PdfDict {
  const catalog = pdf.getCatalog();
  const existing = catalog.getDict('AcroForm', resolve);
  if (existing) {
    if (!existing.has('DR')) existing.set('DR', resources(pdf));
    return existing;
  }
  const form = PdfDict.of({ Fields: new PdfArray([]), DR: resources(pdf), DA: PdfString.fromString('/Helv 0 Tf 0 g') });
  catalog.set('AcroForm', pdf.register(form));
  return form;
}

function resources(pdf: PDF): PdfDict {
  const helvetica = PdfDict.of({
    Type: PdfName.Font,
    Subtype: PdfName.of('Type1'),
    BaseFont: PdfName.of('Helvetica'),
    Encoding: PdfName.of('WinAnsiEncoding'),
  });
  return PdfDict.of({ Font: PdfDict.of({ Helv: pdf.register(helvetica) }) });
}

function arrayIn(dict: PdfDict, key: string, resolve: Resolve): PdfArray {
  const existing = dict.getArray(key, resolve);
  if (existing) return existing;
  const odd = dict.get(key, resolve);
  // Readers differ on what it means: some show no page at all.
  if (odd !== undefined && odd.type !== 'null') throw new RangeError('not a list');
  const array = new PdfArray([]);
  dict.set(key, array);
  return array;
}

/** The page's own: one list may serve several pages, and the fields belong to one. */
function annotationsOf(page: PdfDict, resolve: Resolve): PdfArray {
  const annots = new PdfArray([...arrayIn(page, 'Annots', resolve)]);
  page.set('Annots', annots);
  return annots;
}

function namesIn(list: PdfArray, resolve: Resolve): Set<string> {
  const names = new Set<string>();
  for (let index = 0; index < list.length; index += 1) {
    const item = list.at(index, resolve);
    const name = item instanceof PdfDict ? item.getString('T', resolve)?.asString() : undefined;
    if (name !== undefined) names.add(name);
  }
  return names;
}

function widget({ field, name }: NamedField, page: PDFPage): PdfDict {
  const [x, y, width, height] = field.rect;
  const dict = PdfDict.of({
    Type: PdfName.of('Annot'),
    Subtype: PdfName.of('Widget'),
    FT: PdfName.of(field.kind === 'signature' || field.kind === 'initials' ? 'Sig' : 'Tx'),
    T: PdfString.fromString(name),
    Rect: new PdfArray([x, y, x + width, y + height].map((value) => PdfNumber.of(value))),
    P: page.ref,
    F: PdfNumber.of(PRINT),
  });
  if (field.kind !== 'signature' && field.kind !== 'initials') {
    dict.set('DA', PdfString.fromString('/Helv 9 Tf 0 g'));
    dict.set('Q', PdfNumber.of(1));
    if (field.kind === 'time' && field.part !== 'all') dict.set('MaxLen', PdfNumber.of(2));
  }
  return dict;
}
