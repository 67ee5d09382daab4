import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../../workers/archive/read-archive';
import { SlabReader } from '../../../workers/archive/slab-reader';
import { examinePdf } from '../../corpus/pdf/examine-pdf';
import { seededRandom } from '../../fixtures/generate/random';
import { nodePdfium } from '../../integration/pdf/node-pdfium';
import { qpdfCheck } from '../../integration/pdf/qpdf';
import { watchMemory } from './watch-memory';
import { wounded } from './wounded';

const LONG = process.env['TEST_LONG'] === '1';
/** Cases of each kind; 5,000 together in the long run. */
const CASES = LONG ? 2_500 : 60;
/** No case may take longer: milliseconds. */
const SLOWEST = 20_000;

/** What the whole run may take over what it began with: bytes. */
const MOST_MEMORY = 400_000_000;

const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/traps/${name}`, import.meta.url)));

const PDF_SEED = 20_261_124;
const PDF_SOURCES = [
  't183-2024.pdf',
  'tp-1000-te.pdf',
  'xfa.pdf',
  'already-signed.pdf',
  'cropbox.pdf',
  'owner-password-only.pdf',
  'scan-no-text.pdf',
  'broken-xref.pdf',
];

describe('mutated files', () => {
  it(
    'no PDF crashes, hangs, or is called prepared when it is not',
    async () => {
      const random = seededRandom(PDF_SEED);
      const pools = PDF_SOURCES.map(bytesOf);
      const pdfium = await nodePdfium();
      const grown = watchMemory();
      const outcomes = { prepared: 0, 'untouched-signed': 0, refused: 0 };
      for (let index = 0; index < CASES; index += 1) {
        const bytes = wounded(random.pick(pools), random);
        const started = performance.now();
        const { outcome, code, result, prefix } = await examinePdf(pdfium, bytes);
        expect(performance.now() - started, `case ${index}`).toBeLessThan(SLOWEST);
        expect(grown(), `memory, case ${index}`).toBeLessThan(MOST_MEMORY);
        outcomes[outcome] += 1;
        if (outcome === 'refused') expect(code, `case ${index}`).toMatch(/^pdf\//);
        if (outcome !== 'prepared' || result === null) continue;
        expect(prefix, `case ${index}`).toBe(true);
        const [before, after] = [await qpdfCheck(bytes), await qpdfCheck(result)];
        // An independent reader finds the result no worse than what came in (0 clean, 3 warnings, 2 errors).
        const rank = (exit: number) => [0, 3, 2].indexOf(exit);
        expect(rank(after.code), `case ${index}\n${after.output}`).toBeLessThanOrEqual(rank(before.code));
      }
      // Not all refused, not all prepared: the wounds reach what matters and spare what does not.
      expect(outcomes.prepared).toBeGreaterThan(0);
      expect(outcomes.refused).toBeGreaterThan(0);
    },
    LONG ? 3_600_000 : 300_000,
  );

  it('the one that made a writer go round until the memory ended is refused', async () => {
    const random = seededRandom(PDF_SEED);
    const pools = PDF_SOURCES.map(bytesOf);
    const cases = Array.from({ length: 312 }, () => wounded(random.pick(pools), random));
    const answer = await examinePdf(await nodePdfium(), cases[311] ?? new Uint8Array());
    expect(answer).toMatchObject({ outcome: 'refused', code: 'pdf/check-failed' });
  }, 60_000);

  it(
    'no archive throws, or gives a document that was not in it',
    async () => {
      const random = seededRandom(1_124);
      const digest = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
      const names = [
        'duplicate-names.zip',
        'nested-folders.zip',
        'deflate64.zip',
        'ratio-bomb.zip',
        'same-file-twice.zip',
      ];
      const pools = names.map(bytesOf);
      const known = new Set<string>();
      for (const pool of pools) {
        const listed = await readArchive(new Blob([pool]), new SlabReader());
        for (const { read } of listed.ok ? listed.value : []) {
          const bytes = await read(null);
          if (bytes.ok) known.add(digest(bytes.value));
        }
      }
      expect(known.size).toBe(3);
      let read = 0;
      const grown = watchMemory();
      for (let index = 0; index < CASES; index += 1) {
        const listed = await readArchive(new Blob([wounded(random.pick(pools), random)]), new SlabReader());
        expect(grown(), `memory, case ${index}`).toBeLessThan(MOST_MEMORY);
        if (!listed.ok) {
          expect(listed.error.code, `case ${index}`).toMatch(/^archive\//);
          continue;
        }
        for (const document of listed.value) {
          const bytes = await document.read(null);
          if (!bytes.ok) continue;
          read += 1;
          expect(grown(), `memory, case ${index}`).toBeLessThan(MOST_MEMORY);
          // An entry may lose all its bytes and say so: nothing is what an empty entry holds.
          expect(bytes.value.length === 0 || known.has(digest(bytes.value)), `case ${index}`).toBe(true);
        }
      }
      expect(read).toBeGreaterThan(0);
    },
    LONG ? 1_800_000 : 300_000,
  );
});
