import type { Correction } from '../../core/clients/correction';
import type { Messages } from '../../i18n/fr';

export const fieldWords = ({ field }: Correction, t: Messages): string =>
  field === 'double' ? t.corrections.double : field === 'accountManager' ? t.clients.manager : t.clients.field[field];

/** A value as a person reads it: the language by its name, nothing as « vide ». */
export function valueWords({ field }: Correction, value: string, t: Messages): string {
  if (field === 'double') return value === '' ? t.corrections.toRemove : t.corrections.record(value);
  if (value === '') return t.clients.detail.empty;
  if (field !== 'language') return value;
  return value === 'en' ? t.clients.detail.english : t.clients.detail.french;
}
