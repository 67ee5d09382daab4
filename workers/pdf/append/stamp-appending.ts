import type { PlacedField } from '../../../src/core/forms/placed-field';
import { nameFields } from '../widget-names';
import type { NamedField } from '../widget-names';
import { appendSection } from './append-section';
import { decodeText } from './decode-text';
import { ObjectSource } from './object-source';
import type { FoundDict } from './object-source';
import { catalogOf, findPage } from './page-tree';
import { asArray, asCount, asDict, asRef } from './pdf-value';
import type { PdfDict } from './pdf-value';
import { Unfamiliar } from './unfamiliar';
import { asWritten, numberText, withEntries } from './write-text';

/** Bit 3 of an annotation's flags: it is printed. Bit 1 of /SigFlags: there is a signature field (table 219). */
const PRINT = 4;
const SIGNATURES_EXIST = 1;
const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';

/**
 * Appends the fields ourselves: finds the catalog, the form and the pages concerned by look-up, writes them again with
 * what is new, everything else copied to the byte. What it costs hangs on the file only for its copy. Throws
 * `Unfamiliar` on any file that is not of the usual kind.
 */
export function stampAppending(bytes: Uint8Array, fields: readonly PlacedField[]): Uint8Array<ArrayBuffer> {
  const source = new ObjectSource(bytes);
  const catalog = catalogOf(source);
  const objects = new Map<number, string>();
  let size = asCount(source.xref.sections[0].trailer.entries.get('Size'));
  const put = (number: number, text: string): void => {
    if (objects.has(number)) throw new Unfamiliar('one object in two roles');
    objects.set(number, text);
  };
  const add = (text: string): number => {
    put(size, text);
    return size++;
  };
  const form = formOf(source, catalog);
  const kept = form ? listIn(source, form.dict, 'Fields', form.bytes) : [];
  const named = nameFields(fields, form ? namesIn(source, form) : new Set());
  const pages = new Map<number, FoundDict>();
  const pageOf = (page: number): FoundDict => {
    const found = pages.get(page) ?? findPage(source, catalog, page);
    pages.set(page, found);
    return found;
  };
  const refs = named.map((one) => ({ page: one.field.page, ref: `${add(widget(one, pageOf(one.field.page)))} 0 R` }));
  for (const [page, { number, dict, bytes: own }] of pages) {
    const annots = [
      ...listIn(source, dict, 'Annots', own),
      ...refs.filter((it) => it.page === page).map(({ ref }) => ref),
    ];
    put(number, withEntries(dict, own, { Annots: `[${annots.join(' ')}]` }));
  }
  const list = `[${[...kept, ...refs.map(({ ref }) => ref)].join(' ')}]`;
  const newResources = () => `<< /Font << /Helv ${add(HELVETICA)} 0 R >> >>`;
  if (form === null) {
    const text = `<< /Fields ${list} /DR ${newResources()} /DA (/Helv 0 Tf 0 g) /SigFlags ${SIGNATURES_EXIST} >>`;
    put(catalog.number, withEntries(catalog.dict, catalog.bytes, { AcroForm: `${add(text)} 0 R` }));
  } else {
    const { entries } = form.dict;
    const flags = entries.has('SigFlags') ? asCount(entries.get('SigFlags')) : 0;
    const text = withEntries(form.dict, form.bytes, {
      Fields: list,
      SigFlags: String(flags | SIGNATURES_EXIST),
      ...(entries.has('DR') ? {} : { DR: newResources() }),
    });
    if (form.number === null) put(catalog.number, withEntries(catalog.dict, catalog.bytes, { AcroForm: text }));
    else put(form.number, text);
  }
  return appendSection(bytes, source.xref, objects, size);
}

interface Form {
  /** `null`: written inside the catalog. */
  readonly number: number | null;
  readonly dict: PdfDict;
  readonly bytes: Uint8Array;
}

function formOf(source: ObjectSource, catalog: FoundDict): Form | null {
  const held = catalog.dict.entries.get('AcroForm');
  const found = source.resolve(held, catalog.bytes);
  if (found === null) return null;
  const dict = asDict(found.value);
  if (dict.entries.has('XFA')) throw new Unfamiliar('an XFA form');
  return { number: held?.kind === 'ref' ? held.number : null, dict, bytes: found.bytes };
}

/** The items of a list as they were written; of one that is not there, none. */
function listIn(source: ObjectSource, dict: PdfDict, key: string, bytes: Uint8Array): string[] {
  const found = source.resolve(dict.entries.get(key), bytes);
  return found === null ? [] : asArray(found.value).items.map((item) => asWritten(item, found.bytes));
}

function namesIn(source: ObjectSource, { dict, bytes }: Form): Set<string> {
  const names = new Set<string>();
  const list = source.resolve(dict.entries.get('Fields'), bytes);
  for (const item of list === null ? [] : asArray(list.value).items) {
    const field = source.object(asRef(item));
    const name = source.resolve(asDict(field.value).entries.get('T'), field.bytes);
    if (name?.value.kind === 'string') names.add(decodeText(asWritten(name.value, name.bytes)));
  }
  return names;
}

function widget({ field, name }: NamedField, page: FoundDict): string {
  const [x, y, width, height] = field.rect;
  const signed = field.kind === 'signature' || field.kind === 'initials';
  const text = signed ? '' : ' /DA (/Helv 9 Tf 0 g) /Q 1';
  const longest = field.kind === 'time' && field.part !== 'all' ? ' /MaxLen 2' : '';
  const rect = [x, y, x + width, y + height].map(numberText).join(' ');
  const kind = signed ? 'Sig' : 'Tx';
  return `<< /Type /Annot /Subtype /Widget /FT /${kind} /T (${name}) /Rect [${rect}] /P ${page.number} 0 R /F ${PRINT}${text}${longest} >>`;
}
