import { judge } from './judge';

/** A word as poppler places it: points, origin top left of the page's MediaBox, as shown. */
export interface JudgedWord {
  readonly text: string;
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

export interface JudgedPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly JudgedWord[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };
const unescape = (text: string) => text.replace(/&(#39|\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);

/** Every page's words by `pdftotext -bbox`. Throws when poppler cannot read the file. */
export function wordsOfPdf(path: string, args: readonly string[] = []): readonly JudgedPage[] {
  const { status, stdout, stderr } = judge('pdftotext', ['-bbox', ...args, path, '-']);
  if (status !== 0) throw new Error(`pdftotext: ${stderr}`);
  return [...stdout.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, body]) => ({
      width: Number(width),
      height: Number(height),
      words: [
        ...(body ?? '').matchAll(
          /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/g,
        ),
      ].map(([, xMin, yMin, xMax, yMax, text]) => ({
        text: unescape(text ?? ''),
        xMin: Number(xMin),
        yMin: Number(yMin),
        xMax: Number(xMax),
        yMax: Number(yMax),
      })),
    }),
  );
}
