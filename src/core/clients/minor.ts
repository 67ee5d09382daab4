import type { ImportedClient } from './client';

/** Under eighteen, the age of majority in Quebec, on that ISO day; unknown without a birth date. */
export function isMinor({ birthDate }: Pick<ImportedClient, 'birthDate'>, onDay: string): boolean {
  if (birthDate === null) return false;
  return `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` > onDay;
}
