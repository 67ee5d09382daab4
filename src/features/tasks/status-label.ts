import { messagesFor } from '../../i18n/messages';
import type { Language } from '../../core/language';

/** What the office calls a status; GEM-BOOKS gives only its number. */
export const statusLabel = (status: number, names: Readonly<Record<number, string>>, language: Language): string =>
  names[status] ?? messagesFor(language).tasks.statusNumber(status);
