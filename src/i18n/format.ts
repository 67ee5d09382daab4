import type { Language } from '../core/language';

const LOCALES = { fr: 'fr-CA', en: 'en-CA' } as const satisfies Record<Language, string>;

const NUMBERS = {
  fr: new Intl.NumberFormat(LOCALES.fr),
  en: new Intl.NumberFormat(LOCALES.en),
} satisfies Record<Language, Intl.NumberFormat>;

export const formatNumber = (language: Language, value: number): string => NUMBERS[language].format(value);

/** French counts 0 and 1 as singular, English 1 only. */
export const counted = (language: Language, count: number, one: string, many: string): string =>
  `${formatNumber(language, count)} ${isSingular(language, count) ? one : many}`;

export const isSingular = (language: Language, count: number): boolean => (language === 'fr' ? count < 2 : count === 1);

/** « a », « a et b », « a, b et c ». */
export const listed = (language: Language, parts: readonly string[]): string => {
  const and = language === 'fr' ? 'et' : 'and';
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Local date, yyyy-mm-dd in both languages: the order that a Canadian office never misreads. */
export function formatDate(epochMs: number): string {
  const date = new Date(epochMs);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** « 2026-04-30 à 14 h 05 » or « 2026-04-30 at 14:05 ». */
export function formatDateTime(language: Language, epochMs: number): string {
  const date = new Date(epochMs);
  const [hours, minutes] = [two(date.getHours()), two(date.getMinutes())];
  return language === 'fr'
    ? `${formatDate(epochMs)} à ${hours}\u00a0h\u00a0${minutes}`
    : `${formatDate(epochMs)} at ${hours}:${minutes}`;
}

/** For a column: « 2026-04-30 14 h 05 ». */
export function formatShortTime(language: Language, epochMs: number): string {
  const date = new Date(epochMs);
  const [hours, minutes] = [two(date.getHours()), two(date.getMinutes())];
  const time = language === 'fr' ? `${hours}\u00a0h\u00a0${minutes}` : `${hours}:${minutes}`;
  return `${formatDate(epochMs)} ${time}`;
}

/** Rounded so that the figure does not flicker: seconds to 5, then minutes. */
export function formatDuration(language: Language, seconds: number): string {
  if (seconds < 60) return `${Math.max(5, Math.ceil(seconds / 5) * 5)}\u00a0s`;
  return `${formatNumber(language, Math.ceil(seconds / 60))}\u00a0min`;
}

/** Bytes as « 1,2 Mo » or “1.2 MB”. */
export function formatSize(language: Language, bytes: number): string {
  const units = language === 'fr' ? ['octets', 'ko', 'Mo', 'Go'] : ['bytes', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const rounded = unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10;
  return `${formatNumber(language, rounded)}\u00a0${units[unit] ?? ''}`;
}

/** « 14:05:09 », local, for software that takes hours, minutes and seconds. */
export function formatClock(epochMs: number): string {
  const date = new Date(epochMs);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
}
