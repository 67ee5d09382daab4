import { appError } from '../../src/core/app-error';
import type { PlacedField } from '../../src/core/forms/placed-field';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import { onlyAppends } from './append/only-appends';
import { headerOf } from './header-of';
import { digestOf, readSizes } from './page-digest';
import type { PageDigest } from './page-digest';
import type { OpenDocument, Pdfium } from './pdfium';
import { readWidgets } from './read-widgets';
import type { SeenWidget } from './read-widgets';

/** FPDF_FORMFIELD_SIGNATURE and FPDF_FORMFIELD_TEXTFIELD. */
const SIGNATURE_FIELD = 7;
const TEXT_FIELD = 6;
/** Rects are written with two decimals or more. */
const SAME_PLACE = 0.02;

/**
 * Re-opens what was written, with another library than wrote it, and compares: original bytes as prefix
 * (`pdf/rewritten`), page count, every page's size and text, each field at its place and of its kind (`pdf/check-failed`).
 * A page whose every object is still read from the original's own bytes (`onlyAppends`) has its text: only its size is
 * looked at again. Where that is not certain, all pages are read.
 * @param known what the pages of these very bytes were when they were last read.
 */
export async function verifyPrepared(
  pdfium: Pdfium,
  original: Uint8Array,
  prepared: Uint8Array,
  fields: readonly PlacedField[],
  known: readonly PageDigest[] | null = null,
): Promise<Result<null>> {
  if (!hasPrefix(prepared, original)) return err(appError('pdf/rewritten'));
  const failed = err(appError('pdf/check-failed'));
  const stamped = new Set(fields.map(({ page }) => page));
  const header = headerOf(original);
  const few = onlyAppends(original.subarray(header), prepared.subarray(header), stamped);
  const before = known ? ok(sightOf(known, few ? stamped : null)) : await sight(pdfium, original, few ? stamped : null);
  if (!before.ok) return failed;
  const after = await pdfium.withDocument(prepared, (document) => ({
    ...seen(document, few ? stamped : null),
    widgets: readWidgets(document, stamped),
    sound: isSound(document),
  }));
  if (!after.ok || !after.value.sound || !sameSight(before.value, after.value)) return failed;
  return fields.every((field) => isThere(field, after.value.widgets)) ? ok(null) : failed;
}

/** Sizes of all pages, and all of those that were asked for. */
interface Sight {
  readonly sizes: readonly number[];
  readonly pages: readonly (PageDigest | null)[];
}

const isSound = ({ pdfium, handle }: OpenDocument): boolean => pdfium.FPDF_DocumentHasValidCrossReferenceTable(handle);

async function sight(pdfium: Pdfium, bytes: Uint8Array, pages: ReadonlySet<number> | null): Promise<Result<Sight>> {
  const opened = await pdfium.withDocument(bytes, (document) => seen(document, pages));
  return opened.ok ? ok(opened.value) : err(appError('pdf/check-failed'));
}

/** @param pages from 1; `null`: all. */
function seen(document: OpenDocument, pages: ReadonlySet<number> | null): Sight {
  const asked = pages ?? Array.from({ length: document.pageCount }, (_, index) => index + 1);
  return { sizes: readSizes(document), pages: [...asked].map((page) => digestOf(document, page)) };
}

function sightOf(known: readonly PageDigest[], pages: ReadonlySet<number> | null): Sight {
  return {
    sizes: known.flatMap(({ width, height }) => [width, height]),
    pages: pages === null ? known : [...pages].map((page) => known[page - 1] ?? null),
  };
}

const sameSight = (before: Sight, after: Sight): boolean =>
  before.sizes.length === after.sizes.length &&
  before.sizes.every((size, index) => size === after.sizes[index]) &&
  before.pages.length === after.pages.length &&
  before.pages.every((page, index) => samePage(page, after.pages[index] ?? null));

function samePage(before: PageDigest | null, after: PageDigest | null): boolean {
  // A page that pdfium does not open was none before either, and stays as it is.
  if (before === null || after === null) return before === after;
  return (
    before.width === after.width &&
    before.height === after.height &&
    before.rotation === after.rotation &&
    before.text === after.text
  );
}

/** Compared four bytes at a time where both lie as the machine wants them. */
export function hasPrefix(bytes: Uint8Array, prefix: Uint8Array): boolean {
  const { length } = prefix;
  if (bytes.length < length) return false;
  const aligned = bytes.byteOffset % 4 === 0 && prefix.byteOffset % 4 === 0;
  const words = aligned ? length >>> 2 : 0;
  const wide = (of: Uint8Array) => new Uint32Array(of.buffer, aligned ? of.byteOffset : 0, words);
  const [a, b] = [wide(bytes), wide(prefix)];
  for (let index = 0; index < words; index += 1) if (a[index] !== b[index]) return false;
  for (let index = words * 4; index < length; index += 1) if (bytes[index] !== prefix[index]) return false;
  return true;
}

function isThere({ kind, page, rect }: PlacedField, widgets: readonly SeenWidget[]): boolean {
  const type = kind === 'signature' || kind === 'initials' ? SIGNATURE_FIELD : TEXT_FIELD;
  return widgets.some(
    (one) =>
      one.page === page &&
      one.type === type &&
      one.rect.every((value, index) => Math.abs(value - (rect[index] ?? Number.NaN)) <= SAME_PLACE),
  );
}
