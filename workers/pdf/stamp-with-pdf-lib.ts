import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';
import type { PDFContext, PDFPage, PDFRef } from 'pdf-lib';
import type { PlacedField } from '../../src/core/forms/placed-field';
import { nameFields } from './widget-names';
import type { NamedField } from './widget-names';

/** Bit 3 of an annotation's flags: it is printed. Bit 1 of /SigFlags: there is a signature field. */
const PRINT = 4;
const SIGNATURES_EXIST = 1;

/**
 * The same fields by the other library, for the few sound files that libpdf does not open. Never for encrypted ones:
 * its new strings would not be encrypted. Throws what pdf-lib throws.
 */
export async function stampWithPdfLib(
  bytes: Uint8Array,
  fields: readonly PlacedField[],
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false });
  const { context, catalog } = document;
  const form = acroForm(context, catalog);
  const list = arrayIn(form, 'Fields', context);
  for (const named of nameFields(fields, namesIn(list))) {
    const page = document.getPage(named.field.page - 1);
    const ref = context.register(widget(named, page, context));
    annotationsOf(page.node, context).push(ref);
    list.push(ref);
  }
  const flags = form.lookupMaybe(PDFName.of('SigFlags'), PDFNumber)?.asNumber() ?? 0;
  form.set(PDFName.of('SigFlags'), PDFNumber.of(flags | SIGNATURES_EXIST));
  return document.commit({ useObjectStreams: false });
}

function acroForm(context: PDFContext, catalog: PDFDict): PDFDict {
  const existing = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  if (existing) {
    if (!existing.has(PDFName.of('DR'))) existing.set(PDFName.of('DR'), resources(context));
    return existing;
  }
  const form = context.obj({ Fields: [], DA: PDFString.of('/Helv 0 Tf 0 g') });
  form.set(PDFName.of('DR'), resources(context));
  catalog.set(PDFName.of('AcroForm'), context.register(form));
  return form;
}

function resources(context: PDFContext): PDFDict {
  const helvetica: PDFRef = context.register(
    context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' }),
  );
  return context.obj({ Font: { Helv: helvetica } });
}

function arrayIn(dict: PDFDict, key: string, context: PDFContext): PDFArray {
  const existing = dict.lookupMaybe(PDFName.of(key), PDFArray);
  if (existing) return existing;
  const array = context.obj([]);
  dict.set(PDFName.of(key), array);
  return array;
}

/** The page's own: one list may serve several pages, and the fields belong to one. */
function annotationsOf(page: PDFDict, context: PDFContext): PDFArray {
  const annots = context.obj([...arrayIn(page, 'Annots', context).asArray()]);
  page.set(PDFName.of('Annots'), annots);
  return annots;
}

function namesIn(list: PDFArray): Set<string> {
  const names = new Set<string>();
  for (let index = 0; index < list.size(); index += 1) {
    const item = list.lookupMaybe(index, PDFDict);
    const name = item?.lookup(PDFName.of('T'));
    if (name instanceof PDFString || name instanceof PDFHexString) names.add(name.decodeText());
  }
  return names;
}

function widget({ field, name }: NamedField, page: PDFPage, context: PDFContext): PDFDict {
  const [x, y, width, height] = field.rect;
  const isSignature = field.kind === 'signature' || field.kind === 'initials';
  const dict = context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    FT: isSignature ? 'Sig' : 'Tx',
    T: PDFString.of(name),
    Rect: [x, y, x + width, y + height],
    P: page.ref,
    F: PRINT,
  });
  if (!isSignature) {
    dict.set(PDFName.of('DA'), PDFString.of('/Helv 9 Tf 0 g'));
    dict.set(PDFName.of('Q'), PDFNumber.of(1));
    if (field.kind === 'time' && field.part !== 'all') dict.set(PDFName.of('MaxLen'), PDFNumber.of(2));
  }
  return dict;
}
