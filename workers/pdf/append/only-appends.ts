import type { XrefSection } from './cross-reference';
import { ObjectSource } from './object-source';
import type { FoundDict } from './object-source';
import { allPages, catalogOf } from './page-tree';
import { asArray, asCount, asDict, asRef } from './pdf-value';
import type { PdfDict } from './pdf-value';
import { asWritten } from './write-text';

/** More objects than any stamp writes. */
const MOST_OBJECTS = 4096;

/**
 * True when what stands behind the original can touch nothing of its pages but the annotations of these (from 1): its
 * newest cross-reference goes back to the original's; every object in it has a number that the original does not use,
 * or is the catalog (all but its form as written), the form (fields added) or one of these pages (annotations added).
 * All else is read from the original's own bytes. False wherever that cannot be said for certain.
 */
export function onlyAppends(original: Uint8Array, prepared: Uint8Array, pages: ReadonlySet<number>): boolean {
  try {
    return appends(new ObjectSource(original), new ObjectSource(prepared), pages);
  } catch {
    return false;
  }
}

function appends(before: ObjectSource, after: ObjectSource, pages: ReadonlySet<number>): boolean {
  const { bytes } = before;
  const [section, previous] = after.xref.sections;
  const goesBack =
    after.xref.start >= bytes.length &&
    asCount(section.trailer.entries.get('Prev')) === before.xref.start &&
    after.xref.sections.length === before.xref.sections.length + 1 &&
    previous?.style === before.xref.sections[0].style;
  if (!goesBack) return false;
  const catalog = catalogOf(before);
  if (asRef(section.trailer.entries.get('Root')).number !== catalog.number) return false;
  const unused = asCount(before.xref.sections[0].trailer.entries.get('Size'));
  const numbers = numbersOf(section);
  if (numbers === null) return false;
  const numberOfPage = allPages(before, catalog);
  const stamped = new Set([...pages].map((page) => numberOfPage[page - 1]));
  const form = catalog.dict.entries.get('AcroForm');
  return numbers.every((number) => {
    const place = section.find(number);
    if (place?.kind !== 'at' || place.offset < bytes.length) return false;
    if (number >= unused) return true;
    const [was, is] = [dictOf(before, number), dictOf(after, number)];
    if (number === catalog.number) return sameButForm(before, was, after, is, unused);
    if (stamped.has(number)) return same(was, is, ['Annots']) && grown(before, was, after, is, 'Annots', unused);
    return form?.kind === 'ref' && form.number === number && sameForm(before, was, after, is, unused);
  });
}

function numbersOf({ ranges }: XrefSection): number[] | null {
  if (ranges.reduce((sum, { count }) => sum + count, 0) > MOST_OBJECTS) return null;
  return ranges.flatMap(({ first, count }) => Array.from({ length: count }, (_, index) => first + index));
}

function dictOf(source: ObjectSource, number: number): FoundDict {
  const { value, bytes } = source.object({ number, generation: 0 });
  return { number, dict: asDict(value), bytes };
}

type Written = Pick<FoundDict, 'dict' | 'bytes'>;

/** The same keys and values to the byte, but for these. */
function same(was: Written, is: Written, but: readonly string[]): boolean {
  const told = ({ dict, bytes }: Written) =>
    [...dict.entries]
      .filter(([key]) => !but.includes(key))
      .map(([key, value]) => `/${key} ${asWritten(value, bytes)}`)
      .join('\n');
  return told(was) === told(is);
}

/** A list that begins with all it had, as written, and goes on with new objects alone. */
function grown(before: ObjectSource, was: Written, after: ObjectSource, is: Written, key: string, unused: number) {
  const old = before.resolve(was.dict.entries.get(key), was.bytes);
  const next = after.resolve(is.dict.entries.get(key), is.bytes);
  const had = old === null ? [] : asArray(old.value).items;
  const has = next === null ? [] : asArray(next.value).items;
  return (
    had.every((item, index) => {
      const kept = has[index];
      return old && next && kept && asWritten(item, old.bytes) === asWritten(kept, next.bytes);
    }) && has.slice(had.length).every((item) => item.kind === 'ref' && item.number >= unused)
  );
}

function sameForm(before: ObjectSource, was: Written, after: ObjectSource, is: Written, unused: number): boolean {
  const but = was.dict.entries.has('DR') ? ['Fields', 'SigFlags'] : ['Fields', 'SigFlags', 'DR'];
  return same(was, is, but) && grown(before, was, after, is, 'Fields', unused);
}

function sameButForm(before: ObjectSource, was: Written, after: ObjectSource, is: Written, unused: number): boolean {
  const [old, next] = [was.dict.entries.get('AcroForm'), is.dict.entries.get('AcroForm')];
  if (!same(was, is, ['AcroForm'])) return false;
  if (before.resolve(old, was.bytes) === null) return next?.kind === 'ref' && next.number >= unused;
  const inside = (dict: PdfDict, bytes: Uint8Array): Written => ({ dict, bytes });
  return sameForm(before, inside(asDict(old), was.bytes), after, inside(asDict(next), is.bytes), unused);
}
