import { describe, expect, it } from 'vitest';
import { findBatchShift } from '../../../src/core/documents/batch-shift';
import type { ShiftWitness } from '../../../src/core/documents/batch-shift';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { withNamesOfBatch } from '../../../src/core/documents/names-of-batch';
import { parseFileName } from '../../../src/core/documents/file-name';
import { shiftWitness } from '../../../src/core/documents/shift-witness';
import type { LocalClientId } from '../../../src/core/ids';
import { testClient } from './test-client';
import { page } from './test-page';

const id = (name: string) => name as LocalClientId;
const file = (named: string | null, shown: string | null, more: Partial<ShiftWitness> = {}): ShiftWitness => ({
  named: named === null ? null : id(named),
  shown: shown === null ? null : id(shown),
  ...more,
});

describe('a run of three names slid by one, not all of which can be read', () => {
  it('one name is nobody’s of the list', () => {
    expect(findBatchShift([file('a', 'b'), file(null, 'a'), file('b', 'c')])).not.toBeNull();
  });

  it('one of four names is nobody’s of the list, wherever the files lie', () => {
    const run = [file('a', 'b'), file(null, 'a'), file('x', 'x'), file('d', 'e'), file('y', 'y'), file('b', 'd')];
    expect(findBatchShift(run)).not.toBeNull();
  });

  it('one name may be that of several, or of somebody near', () => {
    expect(
      findBatchShift([file('a', 'b'), file(null, 'a', { mayBe: [id('c'), id('d')] }), file('b', 'c')]),
    ).not.toBeNull();
  });

  it('most names may be those of two namesakes', () => {
    const either = (...names: string[]) => ({ mayBe: names.map(id) });
    const run = [file(null, 'b', either('a', 'z')), file('c', 'a'), file(null, 'c', either('d', 'y'))];
    expect(findBatchShift([...run, file(null, 'd', either('b', 'x'))])).not.toBeNull();
  });

  it('one content may be that of two namesakes', () => {
    const files = [file('a', 'b'), file('c', null, { denies: true, mayShow: [id('a'), id('z')] }), file('b', 'c')];
    expect(findBatchShift(files)).not.toBeNull();
  });
});

describe('a name whose number the list has not is whose the batch’s contents say', () => {
  const blank = (named: string | null, shown: string, number: string, printed?: string) =>
    file(named, shown, { number, ...(printed === undefined ? { apart: true } : { printed }) });

  it('two swaps side by side, each with such a name, are no ring of four', () => {
    const open = [blank(null, 'a', '978408086'), file('a', 'b', { printed: '978408086' })];
    const others = [blank(null, 'c', '018907402'), file('c', 'd', { printed: '018907402' })];
    expect(findBatchShift([...open, ...others])).toBeNull();
  });

  it('a ring shows through it, wherever its files lie', () => {
    const apart = Array.from({ length: 8 }, (_, index) => file(`x${index}`, `x${index}`));
    const own = blank(null, 'c', '978408086', '086');
    const ring = [blank(null, 'a', '978408086'), ...apart, file('a', 'b'), ...apart, own, file('b', 'c')];
    expect(findBatchShift(ring)).not.toBeNull();
  });

  it('three digits under another name, or two holders, say nothing', () => {
    const swapped = file('a', 'b', { printed: '086' });
    expect(withNamesOfBatch([blank(null, 'a', '978408086'), swapped])[0]).toMatchObject({ named: null });
    const two = [blank(null, 'b', '978408086', '086'), blank(null, 'd', '978408086', '086')];
    expect(withNamesOfBatch(two).map(({ named }) => named)).toEqual([null, null]);
    expect(withNamesOfBatch(two.slice(0, 1))[0]).toMatchObject({ named: 'b', shown: 'b' });
  });
});

it('two swaps that share a person, with copies between them, are two mistakes', () => {
  const files = [file('a', 'b'), file('c', 'b'), file('b', 'b'), file('b', 'b'), file('b', 'a'), file('a', 'a')];
  expect(findBatchShift([...files, file('b', 'c'), file('c', 'c')])).toBeNull();
});

it('two of a run whose other forms were swapped besides: as many go one way as the other, but for the run’s own', () => {
  const run = [file('a', 'b'), file('b', 'c'), file('c', 'd'), file('d', 'a')];
  const apart = (files: readonly ShiftWitness[]) => files.flatMap((it, index) => [it, file(`x${index}`, `x${index}`)]);
  expect(findBatchShift([...apart(run), file('c', 'b'), file('b', 'c')])).not.toBeNull();
  expect(findBatchShift(apart([file('a', 'b'), file('b', 'a'), file('b', 'c'), file('c', 'b')]))).toBeNull();
});

it('a ring of three shows through one of its people swapped back besides', () => {
  const apart = Array.from({ length: 8 }, (_, index) => file(`x${index}`, `x${index}`));
  const ring = [file('a', 'b'), ...apart, file('b', 'c'), file('c', 'b'), ...apart, file('c', 'a')];
  expect(findBatchShift(ring)).not.toBeNull();
});

it('so does a ring of four of which one step was swapped back in another form', () => {
  const apart = Array.from({ length: 8 }, (_, index) => file(`x${index}`, `x${index}`));
  const ring = [file('a', 'd'), file('a', 'b'), file('b', 'a'), ...apart, file('c', 'b'), ...apart, file('d', 'c')];
  expect(findBatchShift(ring)).not.toBeNull();
});

it('three companies’ forms, exchanged in pairs, are three swaps and no ring', () => {
  const apart = Array.from({ length: 8 }, (_, index) => file(`x${index}`, `x${index}`));
  const pairs = [file('a', 'b'), file('c', 'b'), ...apart, file('b', 'c'), file('a', 'c')];
  expect(findBatchShift([...pairs, ...apart, file('b', 'a'), file('c', 'a')])).toBeNull();
});

it('two companies’ two forms, exchanged one inside the other, are no run turned end for end', () => {
  const files = [file('a', 'b'), file('a', 'c'), file('x', null), file('c', 'a'), file('b', 'a')];
  expect(findBatchShift(files)).toBeNull();
});

it('the content is whose number stands alone on pages, although a joint election shows two', () => {
  const marie = testClient('marie', 'Marie Roy', { sin: '046454286' });
  const paul = testClient('paul', 'Paul Noir', { sin: '130692544' });
  const pages = [
    page(['5005-R F (25)', 'Marie Roy', 'NAS 046 454 286']),
    page(['T1032 – Choix conjoint', 'Marie Roy', 'NAS 046 454 286', 'Paul Noir', 'NAS 130 692 544'], { page: 2 }),
  ];
  const witness = shiftWitness(null, '12345', documentFacts(pages), new ClientDirectory([marie, paul]));
  expect(witness).toMatchObject({ shown: 'marie' });
});

it('a stray page does not make a document somebody else’s: the named one’s own number stands in it', () => {
  const clients = [
    testClient('loic', 'Loïc Roy', { sin: '046454286' }),
    testClient('anne', 'Anne Noir', { sin: '130692544' }),
  ];
  const pages = [
    page(['T183 F (25)', 'Loïc Roy', 'NAS ***-***-286']),
    page(['5005-R F (25)', 'Anne Noir', 'NAS 130 692 544'], { page: 2 }),
  ];
  const parsed = parseFileName('Roy, Loïc - 046454286.pdf', 'detect');
  const facts = documentFacts(pages);
  expect(shiftWitness(parsed, 'Roy, Loïc - 046454286', facts, new ClientDirectory(clients))).toMatchObject({
    named: 'loic',
    shown: 'loic',
  });
});

it('nor does a joint election hold it for the spouse: it lies in the return of either', () => {
  const clients = [
    testClient('helene', 'Hélène Roy', { sin: '046454286' }),
    testClient('anais', 'Anaïs Roy', { sin: '130692544' }),
  ];
  const pages = [
    page(['T183 F (25)', 'Hélène Roy', 'NAS ***-***-286']),
    page(['T1032 – Choix conjoint', 'Anaïs Roy', 'NAS ***-***-544', 'Hélène Roy', 'NAS ***-***-286'], { page: 2 }),
  ];
  const parsed = parseFileName('Roy, Anaïs - 130692544.pdf', 'detect');
  const facts = documentFacts(pages);
  expect(shiftWitness(parsed, 'Roy, Anaïs - 130692544', facts, new ClientDirectory(clients))).toMatchObject({
    named: 'anais',
    shown: 'helene',
  });
});

it('a SIN that the list has not, after four letters: whoever begins so and has none in the list may be meant', () => {
  const clients = [
    testClient('amour', 'Paul D’Amour'),
    testClient('poulin', 'Marie Poulin'),
    testClient('damien', 'Luc Damien', { sin: '046454286' }),
  ];
  const stem = 'DAMO018907402047';
  const parsed = parseFileName(stem, 'detect');
  const witness = shiftWitness(parsed, stem, documentFacts([page(['5005-R F (25)'])]), new ClientDirectory(clients));
  expect(witness).toMatchObject({ named: null, mayBe: ['amour'] });
});
