import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentOptions } from '../../../src/core/documents/document-row';
import type { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import type { DocumentFacts } from '../../../src/core/documents/document-facts';
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

/** Two offices in `npm test`, eight in `npm run test:long`. */
const SEEDS = Array.from({ length: process.env.TEST_LONG === '1' ? 8 : 2 }, (_, index) => 7001 + index);

interface OfficeBatch {
  readonly batch: GeneratedBatch;
  readonly directory: ClientDirectory;
  readonly person: (file: GeneratedFile) => OfficePerson | undefined;
}

const all: readonly OfficeBatch[] = SEEDS.flatMap((seed) => {
  const office = generateOffice(seed);
  const directory = toDirectory(office.people);
  const byKey = new Map(office.people.map((it) => [it.key, it]));
  return office.batches.map((batch) => ({ batch, directory, person: (file) => byKey.get(file.owner ?? '') }));
});

/** Sound files that show a SIN, of people whose SIN the list has. */
const soundOf = ({ batch, person }: OfficeBatch) =>
  batch.files.filter((file) => {
    const owner = person(file);
    const isShown = file.identifier === 'full' || file.identifier === 'masked';
    return file.fault === null && isShown && owner?.kind === 'individual' && owner.sinInList;
  });
const batches = all.filter((it) => soundOf(it).length >= 8);
const facts = new Map<GeneratedFile, DocumentFacts>();
function factsOf(file: GeneratedFile): DocumentFacts {
  const found = facts.get(file) ?? documentFacts(file.pages.map(toPageText));
  facts.set(file, found);
  return found;
}

function optionsOf(batch: GeneratedBatch): DocumentOptions {
  const template = batch.template === null ? null : parseOfficeTemplate(batch.template);
  const naming = { form: batch.choice as DocumentOptions['form'], naming: batch.naming, taxYear: batch.taxYear };
  return template?.ok ? { ...naming, officeNaming: template.value } : naming;
}

const judge = ({ batch, directory }: OfficeBatch, sourceName: string, content: GeneratedFile) =>
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

const pairsOf = (from: readonly OfficeBatch[], filesOf: (it: OfficeBatch) => readonly GeneratedFile[]) =>
  fc.tuple(fc.constantFrom(...from), fc.nat(), fc.nat()).map(([its, a, b]) => {
    const files = filesOf(its);
    return { its, one: files[a % files.length], other: files[b % files.length] };
  });

describe('file names of two people exchanged', () => {
  it('neither is sendable; where the last digits shown differ, both are blocked or taken from nobody', () => {
    fc.assert(
      fc.property(pairsOf(batches, soundOf), ({ its, one, other }) => {
        if (one === undefined || other === undefined) return;
        const [a, b] = [its.person(one), its.person(other)];
        fc.pre(a !== undefined && b !== undefined && a.key !== b.key && a.sin?.slice(6) !== b.sin?.slice(6));
        for (const [name, content] of [
          [one.path, other],
          [other.path, one],
        ] as const) {
          const { status, client } = judge(its, name, content);
          expect(['blocked', 'unmatched']).toContain(status);
          if (status === 'unmatched') expect(client).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });

  const soundFiles = ({ batch }: OfficeBatch) => batch.files.filter(({ fault }) => fault === null);
  const withLetters = all.filter((it) => soundFiles(it).length >= 2);

  it('any two, companies, trusts and letters too: never sendable, in bulk either, but to whom the content is of', () => {
    fc.assert(
      fc.property(pairsOf(withLetters, soundFiles), ({ its, one, other }) => {
        if (one === undefined || other === undefined) return;
        fc.pre(one.owner !== other.owner);
        const { status, client } = judge(its, one.path, other);
        if (status === 'ready' || status === 'confirm') expect(client?.id).toBe(other.owner);
      }),
      { numRuns: 600 },
    );
  });

  /** Two people whose SINs end in the same digits: names apart, or the same name too. */
  const alike = all.flatMap((its) => {
    const files = soundOf(its);
    return files.flatMap((one) =>
      files
        .filter((other) => {
          const [a, b] = [its.person(one), its.person(other)];
          return a !== undefined && a.key !== b?.key && a.sin?.slice(6) === b?.sin?.slice(6);
        })
        .map((other) => ({ its, one, other })),
    );
  });

  it('SINs that end alike: never sendable but to whom the content is of', () => {
    expect(alike.length).toBeGreaterThan(3);
    for (const { its, one, other } of alike) {
      const { status, client } = judge(its, one.path, other);
      if (status === 'ready' || status === 'confirm') expect(client?.id).toBe(other.owner);
    }
  });

  it('a run of three names or more slid by one stops the batch', () => {
    fc.assert(
      fc.property(fc.constantFrom(...batches), fc.nat(), fc.integer({ min: 3, max: 9 }), (its, at, length) => {
        // One file a person: between two files of one person nothing slides.
        const files = soundOf(its).filter(
          (it, index, all) => all.findIndex(({ owner }) => owner === it.owner) === index,
        );
        fc.pre(files.length >= length);
        const from = at % (files.length - length + 1);
        const witnesses = files.map((file, index) => {
          const isIn = index >= from && index < from + length;
          const named = isIn ? (files[from + ((index - from + 1) % length)] ?? file) : file;
          const { naming, officeNaming } = optionsOf(its.batch);
          return shiftWitness(
            parseFileName(named.path, naming, officeNaming),
            stemOf(named.path),
            factsOf(file),
            its.directory,
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
