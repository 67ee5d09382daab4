import type { PageText, Rect } from '../documents/page-text';
import { readingFrame } from '../documents/reading-frame';
import { besideLabel } from './beside-label';
import { findTimeBoxes, nearestAnchor } from './date-and-time';
import { findAnchors, lowestAnchor, squeeze } from './find-anchor';
import type { Anchor } from './find-anchor';
import type { FormLayout, SignatureBlock } from './form-layout';
import type { ReadingFrame } from '../documents/reading-frame';
import type { SignerRole, TimePart } from './placed-field';

/** What a label asks for: a time box by its part. */
export type LabelWhat = 'signature' | 'date' | TimePart;

/** Where one label of a form is printed, and where its field stands by it. Holds no word of the document. */
export interface LabelPlace {
  readonly what: LabelWhat;
  readonly signer: SignerRole;
  /** From 1, the form's first page. */
  readonly page: number;
  /** The label's first word: points, reading frame of the page. */
  readonly at: Rect;
}

export interface FoundLabel extends LabelPlace {
  /** Reading frame too. */
  readonly field: Rect;
}

/**
 * Every label of the form's signatures, dates and time boxes, page by page, whether a date is printed there or not.
 * @param first the form's first page within the document, from 1.
 */
export function findLabels(layout: FormLayout, pages: readonly PageText[], first: number): FoundLabel[] {
  return layout.blocks.flatMap((block) => {
    const copies = pages.map((page) => labelsOn(layout, block, readingFrame(page), page.page - first + 1));
    const signed = copies.filter((labels) => labels.length > 0);
    return (layout.copies === 'every' ? signed : signed.slice(0, 1)).flat();
  });
}

function labelsOn(layout: FormLayout, block: SignatureBlock, frame: ReadingFrame, page: number): FoundLabel[] {
  const anchor = isMarked(frame, layout) ? lowestAnchor(findAnchors(frame.lines, block.signature)) : null;
  if (anchor === null) return [];
  const { signer, date, time } = block;
  const found = (what: LabelWhat, { first }: Anchor, field: Rect): FoundLabel => ({
    what,
    signer,
    page,
    at: first,
    field,
  });
  const signature = besideLabel(anchor, block.signature, frame.width);
  const dated = date === null ? null : nearestAnchor(findAnchors(frame.lines, date), signature);
  const boxes = time === null ? null : findTimeBoxes(frame, signature);
  return [
    found('signature', anchor, signature),
    ...(date !== null && dated !== null ? [found('date', dated, besideLabel(dated, date, frame.width))] : []),
    ...(time !== null && boxes !== null
      ? boxes.map(({ part, anchor: box }) =>
          found(part, box, besideLabel(box, { side: 'above', size: time.size }, frame.width)),
        )
      : []),
  ];
}

/** True where the page bears the text that the form's signature page must bear. */
export function isMarked(frame: ReadingFrame, { pageMark }: FormLayout): boolean {
  return pageMark === null || frame.lines.some((line) => pageMark.test(squeeze(line.text)));
}

export const isSameLabel = (a: Omit<LabelPlace, 'at'>, b: Omit<LabelPlace, 'at'>): boolean =>
  a.what === b.what && a.signer === b.signer && a.page === b.page;
