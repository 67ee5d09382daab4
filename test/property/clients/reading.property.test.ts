import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../../src/core/clients/column-mapping';
import { nameAgreement } from '../../../src/core/clients/name-agreement';
import { nameTokens } from '../../../src/core/clients/name-tokens';
import { readRows } from '../../../src/core/clients/read-rows';
import { dateOfSerial, parseDate } from '../../../src/core/identifiers/date';
import { parseEmail } from '../../../src/core/identifiers/email';
import { parsePhone } from '../../../src/core/identifiers/phone';
import { parsePostalCode } from '../../../src/core/identifiers/postal-code';
import { isValidSin, parseSin } from '../../../src/core/identifiers/sin';
import { decodeText } from '../../../workers/tables/decode-text';
import { parseCsv } from '../../../workers/tables/parse-csv';
import { readClientList } from '../../../workers/tables/read-client-list';
import { fictitiousSin } from './client-list-maker';

const TRAPS = new URL('../../fixtures/traps/', import.meta.url);
const lists = readdirSync(TRAPS)
  .filter((name) => /\.(?:csv|xlsx)$/.test(name))
  .map((name) => new Uint8Array(readFileSync(new URL(name, TRAPS))));

function readAll(bytes: Uint8Array<ArrayBuffer>): void {
  for (const software of ['dt-max', 'taxprep'] as const)
    for (const clientType of ['individuals', 'corporations'] as const) {
      const list = readClientList(bytes, software, clientType);
      if (!list.ok) {
        expect(list.error.code).toMatch(/^import\//);
        continue;
      }
      const { header, headers, rows, epoch1904 } = list.value;
      readRows({ clientType, mapping: header.mapping, headers, rows, epoch1904, scope: software, today: '2026-03-16' });
    }
}

describe('reading never throws', () => {
  it('on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => readAll(new Uint8Array(bytes))),
      { numRuns: 150 },
    );
  });

  it('on a damaged list', () => {
    const damage = fc.tuple(
      fc.constantFrom(...lists),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
      fc.nat(),
    );
    fc.assert(
      fc.property(damage, ([list, edits, cut]) => {
        const bytes = new Uint8Array(list.subarray(0, list.length - (cut % 5 === 0 ? cut % (list.length + 1) : 0)));
        for (const [at, value] of edits) if (bytes.length > 0) bytes[at % bytes.length] = value;
        readAll(bytes);
      }),
      { numRuns: 150 },
    );
  });

  it('on any cells under known headers', () => {
    const headers = [
      'No client',
      'Nom',
      'Prénom',
      'NAS',
      'Lien',
      'Courriel',
      'Téléphone',
      'Code postal',
      'Date de naissance',
      'Langue',
      'NE',
      'Pays',
      'NAS du conjoint',
      'Prénom du conjoint',
    ];
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.integer(),
      fc.constantFrom('', '*', '000000000', '="1"'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: headers.length }), { maxLength: 12 }), (rows) => {
        readRows({
          clientType: 'individuals',
          mapping: mapColumns(headers, 'individuals'),
          headers,
          rows: rows.map((cells, index) => ({ source: index + 2, cells })),
          epoch1904: false,
          scope: 'dt-max',
          today: '2026-03-16',
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('round trips', () => {
  const FRENCH = 'abcdefghijklmnopqrstuvwxyz ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜàâäçéèêëîïôöùûüœŒ’–«»0123456789;,"\n';
  const french = fc.string({ unit: fc.constantFrom(...FRENCH), minLength: 1, maxLength: 200 });

  it('encode → detect → decode gives French text back, whatever the encoding', () => {
    const cp1252 = (text: string): Uint8Array =>
      Uint8Array.from(text, (char) => ({ œ: 0x9c, Œ: 0x8c, '’': 0x92, '–': 0x96 })[char] ?? char.charCodeAt(0));
    fc.assert(
      fc.property(french, (text) => {
        const utf8 = new TextEncoder().encode(text);
        expect(decodeText(utf8)).toEqual({ text, encoding: 'utf-8' });
        expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8)).text).toBe(text);
        const utf16 = Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));
        expect(decodeText(Uint8Array.of(0xff, 0xfe, ...utf16)).text).toBe(text);
        // An « é » between plain letters is no UTF-8, so windows-1252 is certain.
        expect(decodeText(cp1252(`lévis${text}`)).text).toBe(`lévis${text}`);
      }),
      { numRuns: 300 },
    );
  });

  it('cells written as CSV are the cells read', () => {
    const cell = fc.string({ unit: fc.constantFrom(...FRENCH.replace('\n', '')), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = rows
          .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(';'))
          .join('\r\n');
        const kept = rows
          .map((cells, index) => ({ source: index + 1, cells }))
          .filter(({ cells }) => cells.some((value) => value.trim() !== ''));
        expect(parseCsv(text, ';').rows.map(({ source, cells: read }) => ({ source, cells: read }))).toEqual(kept);
      }),
    );
  });

  it('a SIN survives any grouping, and a lost zero', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('', ' ', '-', '.', '\u00a0'), (seed, gap) => {
        const digits = fictitiousSin(seed);
        expect(isValidSin(digits)).toBe(true);
        expect(parseSin([digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].join(gap))).toMatchObject({
          digits,
          luhn: true,
        });
        const changed = `${digits.slice(0, 8)}${(Number(digits[8]) + 1) % 10}`;
        expect(isValidSin(changed)).toBe(false);
      }),
    );
  });

  it('a day written as serial, ISO, day first or in words is one day', () => {
    const MONTHS = ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'];
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_000 }), (serial) => {
        const iso = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        expect(dateOfSerial(serial, false)).toBe(iso);
        if (serial > 1462) expect(dateOfSerial(serial - 1462, true)).toBe(iso);
        expect(parseDate(iso)).toBe(iso);
        expect(parseDate(`${day}/${month}/${year}`)).toBe(iso);
        expect(parseDate(`${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`)).toBe(iso);
      }),
    );
  });

  it('what was normalised is stable', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const phone = parsePhone(text);
        if (phone) expect(parsePhone(phone.e164)?.e164).toBe(phone.e164);
        const email = parseEmail(text);
        if (email !== null) expect(parseEmail(email)).toBe(email);
        const postalCode = parsePostalCode(text);
        if (postalCode !== null) expect(parsePostalCode(postalCode)).toBe(postalCode);
        expect(nameTokens(nameTokens(text).join(' '))).toEqual(nameTokens(text));
      }),
    );
  });

  it('names agree the same way round, and with themselves in any case and order', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeéèàlmnorst'), minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 4 }),
        fc.array(word, { minLength: 2, maxLength: 4 }),
        (a, b) => {
          const [left, right] = [a.join(' '), b.join(' ')];
          expect(nameAgreement(left, right)).toBe(nameAgreement(right, left));
          expect(nameAgreement(left, left.toUpperCase())).toBe('agreeing');
        },
      ),
    );
  });
});
