import type { Language } from '../language';
import { lettersOf } from '../letters-of';

/** « F », « Français », « French »… and « A », « E », « Anglais », « English ». `null` for anything else. */
export function listLanguage(text: string): Language | null {
  const key = lettersOf(text);
  if (/^(?:f|fr|fra|fre|frca|francais|francaise|french)$/u.test(key)) return 'fr';
  if (/^(?:a|an|ang|anglais|anglaise|e|en|eng|enca|english)$/u.test(key)) return 'en';
  return null;
}
