import { makeList } from '../lists/make-list';
import { personalised, returnTemplate } from './return-template';
import type { ReturnTemplate } from './return-template';

export interface MadeReturn {
  /** `{SIN} - {first last}.pdf`: N1. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/** 3 to 30 pages, mean 17, half of them with object streams: one of each, then again. */
const templates = (): ReturnTemplate[] =>
  Array.from({ length: 28 }, (_, index) => returnTemplate(index, 3 + ((index * 11) % 28), index % 2 === 1));

/** The returns of the clients of `makeList(count)`, in another order than the list's; made one at a time. */
export function* makeReturns(count: number): Generator<MadeReturn> {
  const made = templates();
  const [, ...rows] = makeList(count);
  for (const [index, [, last = '', first = '', sin = '']] of rows.entries()) {
    const template = made[(index * 5) % made.length];
    if (template === undefined) return;
    const bytes = personalised(template, { first, last, sin });
    yield { name: `${sin} - ${first} ${last}.pdf`, bytes, pages: template.pages };
  }
}
