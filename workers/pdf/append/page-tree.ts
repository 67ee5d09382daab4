import type { ObjectSource, FoundDict } from './object-source';
import { dictObject } from './object-source';
import { asArray, asCount, asRef, nameOf } from './pdf-value';
import type { PdfRef } from './pdf-value';
import { Unfamiliar } from './unfamiliar';

const DEEPEST = 32;
/** Far more than a return has; a tree that goes on is a trap. */
const MOST_PAGES = 20_000;

export const catalogOf = (source: ObjectSource): FoundDict => {
  const catalog = dictObject(source, asRef(source.xref.sections[0].trailer.entries.get('Root')));
  if (nameOf(catalog.dict.entries.get('Type')) !== 'Catalog') throw new Unfamiliar('no catalog');
  return catalog;
};

/**
 * The page with this number, from 1, found by the counts of the tree's nodes. Where a node's kids are as many as its
 * pages, the one is looked at where it should be, and the others are not read.
 */
export function findPage(source: ObjectSource, catalog: FoundDict, page: number): FoundDict {
  let node = dictObject(source, asRef(catalog.dict.entries.get('Pages')));
  let left = page - 1;
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const kids = kidsOf(source, node);
    const direct = asCount(node.dict.entries.get('Count')) === kids.length ? kids[left] : undefined;
    if (direct) {
      const found = dictObject(source, direct);
      if (isLeaf(found, node.number)) return found;
    }
    let next: FoundDict | null = null;
    for (const kid of kids) {
      const found = dictObject(source, kid);
      const isPage = isLeaf(found, node.number);
      const count = isPage ? 1 : asCount(found.dict.entries.get('Count'));
      if (left < count) {
        if (isPage) return found;
        next = found;
        break;
      }
      left -= count;
    }
    if (next === null) throw new Unfamiliar('no such page');
    node = next;
  }
  throw new Unfamiliar('a page tree without end');
}

/** Object numbers of all pages in order. Each once, in a tree whose counts agree. */
export function allPages(source: ObjectSource, catalog: FoundDict): number[] {
  const pages: number[] = [];
  const seen = new Set<number>();
  const walk = (ref: PdfRef, parent: number | null, depth: number): void => {
    if (depth > DEEPEST || seen.has(ref.number) || pages.length > MOST_PAGES)
      throw new Unfamiliar('a tree without end');
    seen.add(ref.number);
    const node = dictObject(source, ref);
    if (parent !== null && isLeaf(node, parent)) {
      pages.push(ref.number);
      return;
    }
    const before = pages.length;
    for (const kid of kidsOf(source, node)) walk(kid, ref.number, depth + 1);
    if (pages.length - before !== asCount(node.dict.entries.get('Count'))) throw new Unfamiliar('counts that disagree');
  };
  walk(asRef(catalog.dict.entries.get('Pages')), null, 0);
  return pages;
}

function kidsOf(source: ObjectSource, { dict, bytes }: FoundDict): readonly PdfRef[] {
  if (nameOf(dict.entries.get('Type')) !== 'Pages') throw new Unfamiliar('no page tree');
  return asArray(source.resolve(dict.entries.get('Kids'), bytes)?.value).items.map(asRef);
}

function isLeaf({ dict }: FoundDict, parent: number): boolean {
  if (asRef(dict.entries.get('Parent')).number !== parent) throw new Unfamiliar('another parent');
  return nameOf(dict.entries.get('Type')) === 'Page';
}
