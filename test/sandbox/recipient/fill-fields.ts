import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString, StandardFonts } from 'pdf-lib';
import type { PDFFont, PDFPage } from 'pdf-lib';
import type { WireEnvelopeField } from '../../../src/contract/envelope.schema';

/** What a signature writes: who, and when (RFC 3339). */
export interface Signing {
  readonly recipientId: string;
  readonly name: string;
  readonly title: string;
  readonly at: string;
}

/** Bits of an annotation's flags: printed, locked, contents locked. Bit 1 of a field's: read only. */
const PRINT = 4;
const LOCKED = 128 | 512;
const READ_ONLY = 1;

/**
 * The PDF with the fields of those who signed filled, appended to the original bytes. A field without a widget of its
 * own (a file that was signed before is delivered untouched) is written at its place. Throws what pdf-lib throws.
 */
export async function fillFields(
  bytes: Uint8Array,
  fields: readonly WireEnvelopeField[],
  signings: readonly Signing[],
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { forIncrementalUpdate: true, updateMetadata: false });
  const fonts = {
    text: await document.embedFont(StandardFonts.Helvetica),
    hand: await document.embedFont(StandardFonts.TimesRomanItalic),
  };
  for (const field of fields) {
    const signing = signings.find(({ recipientId }) => recipientId === field.recipient);
    if (signing === undefined) continue;
    const page = document.getPage(field.page - 1);
    const isSigned = field.kind === 'signature' || field.kind === 'initials';
    const value = winAnsi(valueOf(field, signing));
    const widget = widgetAt(page, field.rect) ?? newWidget(document, page, field.rect);
    if (!isSigned) widget.set(PDFName.of('V'), PDFString.of(value));
    widget.set(PDFName.of('Ff'), PDFNumber.of(READ_ONLY));
    widget.set(PDFName.of('F'), PDFNumber.of(PRINT | LOCKED));
    const look = appearance(document, field.rect, value, isSigned ? fonts.hand : fonts.text);
    widget.set(PDFName.of('AP'), document.context.obj({ N: look }));
  }
  return document.commit({ useObjectStreams: false });
}

/** On the paper's clock: Québec. */
function valueOf(field: WireEnvelopeField, { name, title, at }: Signing): string {
  const clock = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: 'America/Toronto',
      hourCycle: 'h23',
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour = '', minute = '', second = '' } = clock;
  switch (field.kind) {
    case 'date':
      return `${year}-${month}-${day}`;
    case 'time':
      if (field.part === 'hh') return hour;
      if (field.part === 'mm') return minute;
      return field.part === 'ss' ? second : `${hour}:${minute}:${second}`;
    case 'initials':
      return (name.match(/\p{L}+/gu) ?? []).map((word) => word[0]?.toUpperCase()).join('');
    case 'title':
      return title;
    case 'name':
    case 'signature':
      return name;
  }
}

type Rect = WireEnvelopeField['rect'];

/** The widget at that very place, within half a point. */
function widgetAt(page: PDFPage, [x, y, width, height]: Rect): PDFDict | null {
  const list = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
  for (let index = 0; index < (list?.size() ?? 0); index += 1) {
    const annotation = list?.lookupMaybe(index, PDFDict);
    if (annotation?.lookupMaybe(PDFName.of('Subtype'), PDFName)?.asString() !== '/Widget') continue;
    const place = annotation.lookupMaybe(PDFName.of('Rect'), PDFArray)?.asRectangle();
    if (place === undefined) continue;
    const off = [place.x - x, place.y - y, place.width - width, place.height - height];
    if (off.every((distance) => Math.abs(distance) < 0.5)) return annotation;
  }
  return null;
}

function newWidget(document: PDFDocument, page: PDFPage, [x, y, width, height]: Rect): PDFDict {
  const { context } = document;
  const dict = context.obj({ Type: 'Annot', Subtype: 'FreeText', Rect: [x, y, x + width, y + height], P: page.ref });
  dict.set(PDFName.of('Contents'), PDFHexString.fromText(''));
  dict.set(PDFName.of('DA'), PDFString.of('/Helv 9 Tf 0 g'));
  page.node.addAnnot(context.register(dict));
  return dict;
}

function appearance(document: PDFDocument, [, , width, height]: Rect, value: string, font: PDFFont) {
  const fit = value === '' ? 1 : (width - 2) / font.widthOfTextAtSize(value, 1);
  const size = Math.max(4, Math.min(height * 0.7, fit, 18));
  const left = Math.max(1, (width - font.widthOfTextAtSize(value, size)) / 2);
  const written = `q BT /F ${size.toFixed(2)} Tf 0.05 0.15 0.45 rg ${left.toFixed(2)} ${((height - size * 0.7) / 2).toFixed(2)} Td ${font.encodeText(value).toString()} Tj ET Q`;
  return document.context.register(
    document.context.stream(written, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, width, height],
      Resources: { Font: { F: font.ref } },
    }),
  );
}

/** What the standard fonts can write; anything else shows as a question mark. */
const winAnsi = (text: string): string =>
  text.normalize('NFC').replace(/[^\u0020-\u007e\u00a0-\u00ffŒœŠšŸŽž–—‘’“”…]/gu, '?');
