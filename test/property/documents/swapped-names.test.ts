import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentOptions } from '../../../src/core/documents/document-row';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { judgeDocument } from '../../../src/core/documents/judge-document';
import { findBatchShift } from '../../../src/core/documents/batch-shift';
import { parseFileName, stemOf } from '../../../src/core/documents/file-name';
import { parseOfficeTemplate } from '../../../src/core/documents/nomenclature/office-template';
import { shiftWitness } from '../../../src/core/documents/shift-witness';
import type { RowId } from '../../../src/core/ids';
import { generateOffice } from '../../bench/identity/generate/generate-office';
import type { GeneratedBatch, GeneratedFile, OfficePerson } from '../../bench/identity/generate/shapes';
import { toDirectory } from '../../bench/identity/to-directory';
import { toPageText } from '../../bench/identity/to-page-text';

const office = generateOffice(7001);
const directory = toDirectory(office.people);
const person = (file: GeneratedFile): OfficePerson | undefined => office.people.find(({ key }) => key === file.owner);
/** Sound files that show a SIN, of people whose SIN the list has. */
const soundOf = (batch: GeneratedBatch) =>
  batch.files.filter((file) => {
    const owner = person(file);
    const isShown = file.identifier === 'full' || file.identifier === 'masked';
    return file.fault === null && isShown && owner?.kind === 'individual' && owner.sinInList;
  });
const batches = office.batches.filter((batch) => soundOf(batch).length >= 8);
const facts = new Map(
  office.batches.flatMap(({ files }) => files).map((it) => [it, documentFacts(it.pages.map(toPageText))]),
);
const factsOf = (file: GeneratedFile) => facts.get(file) ?? documentFacts([]);

function optionsOf(batch: GeneratedBatch): DocumentOptions {
  const template = batch.template === null ? null : parseOfficeTemplate(batch.template);
  const naming = { form: batch.choice as DocumentOptions['form'], naming: batch.naming, taxYear: batch.taxYear };
  return template?.ok ? { ...naming, officeNaming: template.value } : naming;
}

const judge = (batch: GeneratedBatch, sourceName: string, content: GeneratedFile) =>
  judgeDocument({
    id: 'row' as RowId,
    sourceName,
    size: 1,
    facts: factsOf(content),
    signed: false,
    options: optionsOf(batch),
    directory,
    assigned: null,
    placed: { kind: 'none-needed' },
  });

const two = fc.tuple(fc.constantFrom(...batches), fc.nat(), fc.nat()).map(([batch, a, b]) => {
  const files = soundOf(batch);
  return { batch, one: files[a % files.length], other: files[b % files.length] };
});

describe('file names of two people exchanged', () => {
  it('neither is sendable; where the last digits shown differ, both are blocked or taken from nobody', () => {
    fc.assert(
      fc.property(two, ({ batch, one, other }) => {
        if (one === undefined || other === undefined) return;
        const [a, b] = [person(one), person(other)];
        fc.pre(a !== undefined && b !== undefined && a.key !== b.key && a.sin?.slice(6) !== b.sin?.slice(6));
        for (const [name, content] of [
          [one.path, other],
          [other.path, one],
        ] as const) {
          const { status, client } = judge(batch, name, content);
          expect(['blocked', 'unmatched']).toContain(status);
          if (status === 'unmatched') expect(client).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a run of three names or more slid by one stops the batch', () => {
    fc.assert(
      fc.property(fc.constantFrom(...batches), fc.nat(), fc.integer({ min: 3, max: 9 }), (batch, at, length) => {
        // One file a person: between two files of one person nothing slides.
        const files = soundOf(batch).filter(
          (it, index, all) => all.findIndex(({ owner }) => owner === it.owner) === index,
        );
        fc.pre(files.length >= length);
        const from = at % (files.length - length + 1);
        const witnesses = files.map((file, index) => {
          const isIn = index >= from && index < from + length;
          const named = isIn ? (files[from + ((index - from + 1) % length)] ?? file) : file;
          const { naming, officeNaming } = optionsOf(batch);
          return shiftWitness(
            parseFileName(named.path, naming, officeNaming),
            stemOf(named.path),
            factsOf(file),
            directory,
          );
        });
        fc.pre(witnesses.slice(from, from + length).every(({ named, shown }) => named !== null && shown !== null));
        expect(findBatchShift(witnesses)).not.toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

it('the file names of the office are read', () => {
  expect(batches.length).toBeGreaterThan(5);
  expect(batches.flatMap(soundOf).filter(({ path }) => stemOf(path) !== '').length).toBeGreaterThan(200);
});
