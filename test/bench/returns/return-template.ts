import { deflateSync } from 'node:zlib';
import { stream, streamPdf, tablePdf } from '../../fixtures/generate/zoo/raw-pdf';
import { seededRandom } from '../../tools/seeded-random';

/** A return ready to bear one person's name after another: the same bytes but those of `slots`. */
export interface ReturnTemplate {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly slots: Readonly<Record<'first' | 'last' | 'sin', { readonly at: number; readonly length: number }>>;
}

const SLOTS = { first: '@first'.padEnd(40, '~'), last: '@last'.padEnd(40, '~'), sin: '@sin'.padEnd(11, '~') } as const;
const WORDS = ['Revenu', 'déduction', 'crédit', 'cotisation', 'conjoint', 'montant', 'pension', 'travail', 'frais'];
const LINES = 54;

const escaped = (text: string): string => text.replace(/[()\\]/gu, (char) => `\\${char}`).replaceAll('’', '\x92');
const shown = (text: string, x: number, y: number, size: number): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET\n`;

/** The bottom of a T183 of TY2025 at its measured places (domain facts §5), and who it is for. */
function signaturePage(): string {
  return [
    shown("Déclaration de renseignements pour la transmission électronique d'une déclaration", 40, 740, 10),
    shown("de revenus et de prestations d'un particulier", 40, 726, 10),
    shown("Année d'imposition 2025", 40, 704, 10),
    shown('Prénom', 40, 670, 7) + shown(SLOTS.first, 40, 658, 10),
    shown('Nom de famille', 250, 670, 7) + shown(SLOTS.last, 250, 658, 10),
    shown("Numéro d'assurance sociale", 460, 670, 7) + shown(SLOTS.sin, 460, 658, 10),
    shown('Signature du particulier nommé à la partie A ou de son représentant légal', 40, 103, 7),
    shown('2026-03-15', 330, 92, 10) + shown('Année/Mois/Jour', 330, 79, 7),
    shown('HH', 449, 79, 7) + shown('MM', 476, 79, 7) + shown('SS', 501, 79, 7),
    shown('T183 F (25)', 40, 22, 7),
  ].join('');
}

function figuresPage(random: () => number): string {
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? '';
  return Array.from({ length: LINES }, (_, line) => {
    const number = 10_000 + Math.floor(random() * 89_999);
    const amount = (random() * 90_000).toFixed(2).replace('.', ',');
    const y = 740 - line * 13;
    return shown(`${number} ${word()} ${word()} de ${word()} et ${word()}`, 40, y, 8) + shown(amount, 500, y, 8);
  }).join('');
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const packed = (text: string): string =>
  stream(latin1(deflateSync(Buffer.from(text, 'latin1'))), '/Filter /FlateDecode');

/** Does not compress: what fonts and logos weigh. 216 bytes a row of pixels. */
function picture(random: () => number, rows: number): string {
  const pixels = Uint8Array.from({ length: 72 * rows * 3 }, () => Math.floor(random() * 256));
  const dict = `/Type /XObject /Subtype /Image /Width 72 /Height ${rows} /ColorSpace /DeviceRGB /BitsPerComponent 8`;
  return stream(latin1(deflateSync(pixels, { level: 1 })), `${dict} /Filter /FlateDecode`);
}

/**
 * `pages` from 1; half of the software in use writes object and cross-reference streams.
 * @param weight bytes of the picture on each page.
 */
export function returnTemplate(seed: number, pages: number, streams: boolean, weight = 16_400): ReturnTemplate {
  const random = seededRandom(seed);
  const kids = Array.from({ length: pages }, (_, page) => 10 + 3 * page);
  const structure: Record<number, string> = {
    1: '<< /Type /Catalog /Pages 2 0 R >>',
    2: `<< /Type /Pages /Count ${pages} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
    3: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  };
  const contents: Record<number, string> = {};
  kids.forEach((kid, page) => {
    const resources = `<< /Font << /F1 3 0 R >> /XObject << /I1 ${kid + 2} 0 R >> >>`;
    structure[kid] =
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources ${resources} /Contents ${kid + 1} 0 R >>`;
    const drawn = 'q 72 0 0 76 500 690 cm /I1 Do Q\n';
    contents[kid + 1] = page === 0 ? stream(drawn + signaturePage()) : packed(drawn + figuresPage(random));
    contents[kid + 2] = picture(random, Math.ceil(weight / 216));
  });
  const text = streams ? streamPdf(contents, { packed: structure }) : tablePdf({ ...structure, ...contents });
  const slotOf = (slot: string) => ({ at: text.indexOf(slot), length: slot.length });
  const slots = { first: slotOf(SLOTS.first), last: slotOf(SLOTS.last), sin: slotOf(SLOTS.sin) };
  return { bytes: Buffer.from(text, 'latin1'), pages, slots };
}

/** A copy that bears this person's names and SIN (nine digits). Names of 40 characters at most. */
export function personalised(
  { bytes, slots }: ReturnTemplate,
  person: { readonly first: string; readonly last: string; readonly sin: string },
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  const { first, last, sin } = person;
  const said = { first, last, sin: sin.replace(/(...)(?=.)/gu, '$1 ') };
  for (const name of ['first', 'last', 'sin'] as const) {
    const { at, length } = slots[name];
    if (said[name].length > length) throw new RangeError('the name is too long for its slot');
    copy.set(Buffer.from(said[name].padEnd(length), 'latin1'), at);
  }
  return copy;
}
