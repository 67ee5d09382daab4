import { dateOfSerial, monthOfWord, numericDateParts, parseDate, type DateOrder } from './date';

/** Last day of each month; a year-end of the 29th of February is that of the 28th. */
const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The day on which a fiscal year ends, « 12-31 », in every writing that lists use: a whole date (« 2025-12-31 »,
 * « 31/12/2025 », « 31 déc. 2025 »), a day and a month (« 31/12 », « 12-31 », « 31 décembre », « December 31 », « 1231 »,
 * « --12-31 »), a month alone, which means its last day (« décembre », « 12 », « 2025-06 », « juin 2025 »), or a
 * spreadsheet's day number. `null` when it is none.
 */
export function parseYearEnd(cell: string | number, epoch1904: boolean, order: DateOrder): string | null {
  const text = String(cell).trim();
  const serial = /^\d{5}(?:\.\d+)?$/u.test(text) ? dateOfSerial(Number(text), epoch1904) : null;
  if (serial !== null) return ofIso(serial);
  const numeric = numericDateParts(text);
  if (numeric) return ofPair(numeric[0], numeric[1], order);
  const whole = parseDate(text, order);
  if (whole !== null) return ofIso(whole);
  const pair = /^(?:--)?(\d{1,2})\s*[-/. ]\s*(\d{1,2})$/u.exec(text);
  if (pair) return ofPair(Number(pair[1]), Number(pair[2]), text.startsWith('--') ? 'month-first' : order);
  const compact = /^(\d{1,2})(\d{2})$/u.exec(text);
  if (compact) return ofPair(Number(compact[1]), Number(compact[2]), 'month-first');
  const yearMonth = /^\d{4}[-/. ](\d{1,2})$|^(\d{1,2})[-/. ]\d{4}$/u.exec(text);
  if (yearMonth) return endOf(Number(yearMonth[1] ?? yearMonth[2]));
  if (/^\d{1,2}$/u.test(text)) return endOf(Number(text));
  return ofWords(text);
}

/** « 31 décembre », « December 31st », « fin juin », « juin 2025 ». */
function ofWords(text: string): string | null {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:le|la fin de|fin de|fin d'|fin|end of)\s*/u, '')
    .split(/[\s,.\-/]+/u)
    .filter((word) => word !== '');
  const months = words.flatMap((word) => monthOfWord(word) ?? []);
  const numbers = words.flatMap((word) => /^(\d{1,2})(?:er|st|nd|rd|th)?$/u.exec(word)?.[1] ?? []);
  const years = words.filter((word) => /^(?:19|20)\d{2}$/u.test(word));
  const [month] = months;
  if (month === undefined || months.length + numbers.length + years.length !== words.length) return null;
  if (months.length > 1 || numbers.length > 1 || years.length > 1) return null;
  return numbers[0] === undefined ? endOf(month) : dayOf(month, Number(numbers[0]));
}

const ofIso = (iso: string): string | null => dayOf(Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));

/** Fiscal years end with a month far more often than not: of two possible readings, the one that does. */
function ofPair(first: number, second: number, order: DateOrder): string | null {
  const [dayFirst, monthFirst] = [dayOf(second, first), dayOf(first, second)];
  if (dayFirst === null || monthFirst === null) return dayFirst ?? monthFirst;
  const [dayFirstEnds, monthFirstEnds] = [dayFirst === endOf(second), monthFirst === endOf(first)];
  if (dayFirstEnds !== monthFirstEnds) return dayFirstEnds ? dayFirst : monthFirst;
  return order === 'month-first' ? monthFirst : dayFirst;
}

function dayOf(month: number, day: number): string | null {
  const last = LAST_DAYS[month - 1];
  if (last === undefined || day < 1 || (day > last && !(month === 2 && day === 29))) return null;
  return `${String(month).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

function endOf(month: number): string | null {
  const last = LAST_DAYS[month - 1];
  return last === undefined ? null : dayOf(month, last);
}
