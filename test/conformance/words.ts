/** One text in both languages. Plain spaces: `say` sets French punctuation. */
export interface Words {
  readonly fr: string;
  readonly en: string;
}

export type Language = keyof Words;

export const t = (fr: string, en: string): Words => ({ fr, en });

/** English when LC_ALL, LC_MESSAGES or LANG (the first that is set) asks for it; French otherwise. */
export function languageFrom(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(locale) ? 'en' : 'fr';
}

/** The text in that language; in French, spaces before high punctuation and inside guillemets do not break. */
export function say(words: Words, language: Language): string {
  if (language === 'en') return words.en;
  return words.fr.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
}
