import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Anchor, PdfTruth } from '../fixtures/generate/t183/pdf-truth';
import type { Trap } from '../fixtures/generate/traps/trap';
import { judge } from './judge';
import type { JudgedPage } from './words-of-pdf';
import { wordsOfPdf } from './words-of-pdf';

const root = fileURLToPath(new URL('../..', import.meta.url));
const traps = `${root}test/fixtures/traps/`;
const readJson = <T>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as T;
const { pdfs } = readJson<{ pdfs: readonly PdfTruth[] }>(`${root}public/fictif/office.json`);
const trapList = readJson<readonly Omit<Trap, 'bytes'>[]>(`${traps}traps.json`);
const ARCHIVES = {
  't183-2025.zip': `${root}public/fictif/t183-2025.zip`,
  't183-2023.zip': `${root}test/fixtures/t183-2023.zip`,
} as const;

/** Helvetica's descent as poppler has it: a word's box reaches this far below its baseline, per point of size. */
const DESCENT = 0.207;

/** Where the first word of an anchor starts: `[x, baseline]`, origin bottom left. Several places if it is printed twice. */
function placesOf(anchor: Anchor, pages: readonly JudgedPage[]): readonly (readonly [number, number])[] {
  const page = pages[anchor.page - 1];
  if (!page) return [];
  const wanted = anchor.text.split(' ');
  return page.words.flatMap((word, index) =>
    wanted.every((text, offset) => page.words[index + offset]?.text === text)
      ? [[word.xMin, page.height - word.yMax + DESCENT * anchor.size] as const]
      : [],
  );
}

function expectAnchors(
  anchors: readonly Anchor[],
  pages: readonly JudgedPage[],
  [dx, dy]: readonly [number, number] = [0, 0],
) {
  for (const anchor of anchors) {
    const near = placesOf(anchor, pages).filter(([x, y]) => Math.hypot(x + dx - anchor.x, y + dy - anchor.y) <= 1);
    expect(near, anchor.text).toHaveLength(1);
  }
}

describe('the fictitious forms', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'judges-'));
    for (const [archive, path] of Object.entries(ARCHIVES)) {
      expect(judge('unzip', ['-tq', path]).status).toBe(0);
      // Not unzip: Debian's takes names for CP437 whenever the archive says it was made on FAT, whatever bit 11 says.
      for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path)))) {
        writeFileSync(join(folder, `${archive} ${name}`), bytes);
      }
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(pdfs.map((pdf, index) => [`form ${index + 1} of ${pdf.archive}`, pdf] as const))('%s', (_, pdf) => {
    const path = join(folder, `${pdf.archive} ${pdf.fileName}`);
    expect(judge('qpdf', ['--check', path])).toMatchObject({ status: 0 });
    const pages = wordsOfPdf(path);
    expect(pages.map(({ width, height }) => [width, height])).toEqual(
      Array.from({ length: pdf.pages }, () => pdf.pageSize),
    );
    expectAnchors(pdf.anchors, pages);
    for (const page of pages) {
      const texts = page.words.map(({ text }) => text);
      expect(texts.slice(0, 2)).toEqual(['SPÉCIMEN', 'FICTIF']);
    }
    const first = pages[0]?.words.map(({ text }) => text).join(' ') ?? '';
    expect(first).toContain(pdf.printedSin);
    expect(first).toContain(pdf.language === 'fr' ? `Année d'imposition ${pdf.taxYear}` : `Tax year ${pdf.taxYear}`);
  });
});

describe('traps that are sound files', () => {
  const sound = trapList.filter((trap) => trap.sound === true);
  const password = ({ password: word }: Pick<Trap, 'password'>, flag: string) =>
    word === undefined ? [] : [`${flag}${word}`];

  test.each(sound.filter(({ file }) => file.endsWith('.pdf')).map((trap) => [trap.file, trap] as const))(
    '%s',
    (file, trap) => {
      expect(judge('qpdf', [...password(trap, '--password='), '--check', traps + file])).toMatchObject({ status: 0 });
      if (!trap.anchors) return;
      // pdftotext counts from the MediaBox's own corner.
      const [, left = 0, bottom = 0] =
        /MediaBox:\s+([\d.]+)\s+([\d.]+)/.exec(judge('pdfinfo', ['-box', traps + file]).stdout) ?? [];
      expectAnchors(trap.anchors, wordsOfPdf(traps + file), [Number(left), Number(bottom)]);
    },
  );

  test.each(sound.filter(({ file }) => file.endsWith('.zip')).map((trap) => [trap.file, trap] as const))(
    '%s',
    (file, trap) => {
      expect(judge('unzip', ['-tq', ...password(trap, '-P'), traps + file])).toMatchObject({ status: 0 });
    },
  );
});

describe('traps that are what they claim', () => {
  test.each(['needs-password.pdf', 'needs-password-aes128.pdf'])('%s asks for its password', (file) => {
    expect(judge('qpdf', ['--requires-password', traps + file]).status).toBe(0);
  });

  test.each(['owner-password-only.pdf', 'owner-password-only-aes128.pdf'])(
    '%s opens without, and forbids changes',
    (file) => {
      expect(judge('qpdf', ['--requires-password', traps + file]).status).toBe(3);
      expect(judge('qpdf', ['--show-encryption', traps + file]).stdout).toContain('modify anything: not allowed');
    },
  );

  test.each(['damaged.pdf', 'truncated.pdf', 'not-a-pdf.pdf', 'empty.pdf'])('%s cannot be read', (file) => {
    expect(judge('qpdf', ['--check', traps + file]).status).toBe(2);
  });

  test('broken-xref.pdf is repaired with warnings', () => {
    expect(judge('qpdf', ['--check', `${traps}broken-xref.pdf`]).status).toBe(3);
  });

  test('scan-no-text.pdf has no word', () => {
    expect(wordsOfPdf(`${traps}scan-no-text.pdf`).flatMap(({ words }) => words)).toEqual([]);
  });

  test.each(['bad-crc.zip', 'truncated.zip', 'not-a-zip.zip', 'empty-file.zip'])('%s fails its test', (file) => {
    expect(judge('unzip', ['-tq', traps + file]).status).not.toBe(0);
  });

  test('ratio-bomb.zip holds 40 MB', () => {
    expect(judge('unzip', ['-l', `${traps}ratio-bomb.zip`]).stdout).toMatch(/41943040\s+.*bombe\.pdf/);
  });
});
