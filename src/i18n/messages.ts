import type { Language } from '../core/language';
import { fr } from './fr';
import type { Messages } from './fr';

/** English comes when it is asked for: the first screen is in French until somebody changes it. */
let english: Messages | null = null;

/** To be awaited before the first `messagesFor` of a language. Rejects when its words cannot be had. */
export async function loadMessages(language: Language): Promise<void> {
  if (language === 'en') english ??= (await import('./en')).en;
}

/** The words of a language that was loaded; French otherwise. */
export const messagesFor = (language: Language): Messages => (language === 'en' && english !== null ? english : fr);
