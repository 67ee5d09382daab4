import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { onTestFinished } from 'vitest';
import { zipOf } from '../../fixtures/generate/zip';
import type { ZipPart } from '../../fixtures/generate/zip';

/** A fictitious document that says these lines, page by page. */
export async function textPdf(...pages: readonly (readonly string[])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const lines of pages) {
    const page = pdf.addPage([612, 792]);
    lines.forEach((line, index) => page.drawText(line, { x: 40, y: 730 - 22 * index, size: 10, font }));
  }
  return pdf.save({ useObjectStreams: false });
}

/** The same document behind a password that a reader has to type. */
export async function lockedPdf(userPassword: string, ...pages: readonly (readonly string[])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await textPdf(...pages));
  pdf.encrypt({ userPassword, ownerPassword: `${userPassword} du bureau` });
  return pdf.save();
}

/** A file of the test, by its name; it goes with the test. */
export async function fileOf(name: string, content: Uint8Array | string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'impot-sync-lot-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

export const zipFile = (parts: readonly ZipPart[]): Promise<string> => fileOf('lot.zip', zipOf(parts));

/** A list as DT Max writes one: columns by their headers, blanks where a row says nothing. */
export function dtMaxCsv(headers: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = [headers, ...rows.map((row) => headers.map((header) => row[header] ?? ''))];
  return `\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}

/** A return of one person for consultation, as both programs print its first page. */
export const returnPage = (
  form: 'T1' | 'TP-1' | 'T1135',
  person: { readonly first: string; readonly last: string; readonly sin: string | null },
  more: readonly string[] = [],
  year = 2025,
): string[] => [
  {
    T1: `5005-R F (${year % 100})`,
    'TP-1': `TP-1.D (${year}-12)`,
    T1135: `T1135 F (${year % 100})`,
  }[form],
  `Année d’imposition ${year}`,
  `Nom de famille ${person.last}`,
  `Prénom ${person.first}`,
  ...(person.sin === null ? [] : [`Numéro d’assurance sociale (NAS) ${person.sin.replace(/(...)(?=.)/g, '$1 ')}`]),
  ...more,
];
