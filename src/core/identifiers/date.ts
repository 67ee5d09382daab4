import { lettersOf } from '../letters-of';

/** Day counts between 1900 and 1904 workbooks differ by this (ECMA-376 18.17.4.1). */
const EPOCH_1900_OFFSET_DAYS = 25_569;
const EPOCH_1904_OFFSET_DAYS = 24_107;
const DAY_MS = 86_400_000;

const MONTHS: Readonly<Record<string, number>> = {
  janv: 1,
  jan: 1,
  janvier: 1,
  january: 1,
  fevr: 2,
  fev: 2,
  fevrier: 2,
  feb: 2,
  february: 2,
  mars: 3,
  mar: 3,
  march: 3,
  avr: 4,
  avril: 4,
  apr: 4,
  april: 4,
  mai: 5,
  may: 5,
  juin: 6,
  jun: 6,
  june: 6,
  juil: 7,
  juillet: 7,
  jul: 7,
  july: 7,
  aout: 8,
  aou: 8,
  aug: 8,
  august: 8,
  sept: 9,
  sep: 9,
  septembre: 9,
  september: 9,
  oct: 10,
  octobre: 10,
  october: 10,
  nov: 11,
  novembre: 11,
  november: 11,
  dec: 12,
  decembre: 12,
  december: 12,
};

/** How a list writes « 03/04/1984 ». */
export type DateOrder = 'day-first' | 'month-first';

/** Month of a word in French or English, 1 to 12: « févr. », « December ». `null` when it is none. */
export function monthOfWord(word: string): number | null {
  const key = lettersOf(word);
  return MONTHS[key] ?? null;
}

/** The two numbers before the year of a date written in numbers, « 09/03/1984 » → [9, 3]; `null` for another writing. */
export function numericDateParts(cell: string): readonly [number, number] | null {
  const match = NUMERIC_DATE.exec(withoutTime(cell));
  return match ? [Number(match[1]), Number(match[2])] : null;
}

const NUMERIC_DATE = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const withoutTime = (cell: string): string => cell.trim().replace(/[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/u, '');

/**
 * ISO date (yyyy-mm-dd) of « 1984-03-09 », « 1984/3/9 », « 19840309 », « 09/03/1984 » (day first, as DT Max and
 * Taxprep print it in Quebec, unless the list shows another order), « 30 avr 2025 », « Apr 30, 2025 ». `null` when it is
 * no real day.
 */
export function parseDate(cell: string, order: DateOrder = 'day-first'): string | null {
  const text = withoutTime(cell);
  const ymd = /^(\d{4})(?:(\d{2})(\d{2})|[-/. ](\d{1,2})[-/. ](\d{1,2}))$/.exec(text);
  if (ymd) return isoDate(Number(ymd[1]), Number(ymd[2] ?? ymd[4]), Number(ymd[3] ?? ymd[5]));
  const dmy = NUMERIC_DATE.exec(text);
  if (dmy) {
    const [first, second, year] = [Number(dmy[1]), Number(dmy[2]), Number(dmy[3])];
    // Against the list's order only where that order is impossible.
    const monthFirst = order === 'month-first' ? first <= 12 : second > 12;
    return monthFirst ? isoDate(year, first, second) : isoDate(year, second, first);
  }
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ');
  const words = /^(\d{1,2})(?:er|st|nd|rd|th)?[ -]([a-z]+)[ -](\d{4})$/.exec(plain.trim());
  if (words) return isoDate(Number(words[3]), monthOfWord(words[2] ?? '') ?? 0, Number(words[1]));
  const english = /^([a-z]+)[ -](\d{1,2})[ -](\d{4})$/.exec(plain.trim());
  if (english) return isoDate(Number(english[3]), monthOfWord(english[1] ?? '') ?? 0, Number(english[2]));
  return null;
}

/** ISO date of a spreadsheet's day number; the workbook says which epoch. `null` outside 1900–2200. */
export function dateOfSerial(serial: number, epoch1904: boolean): string | null {
  if (!(serial >= 1 && serial < 110_000)) return null;
  // Excel counts a 29 February 1900 that never was: day 60. Before it, serials are one day behind.
  const days = Math.floor(epoch1904 || serial >= 60 ? serial : serial + 1);
  const date = new Date((days - (epoch1904 ? EPOCH_1904_OFFSET_DAYS : EPOCH_1900_OFFSET_DAYS)) * DAY_MS);
  const iso = date.toISOString().slice(0, 10);
  return iso >= '1900-01-01' && iso < '2200-01-01' ? iso : null;
}

function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1850 || year >= 2200 || month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
