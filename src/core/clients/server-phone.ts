/** A telephone as the office reads it in GEM-BOOKS: « 514 555-0123 » in North America, E.164 elsewhere. */
export function serverPhone(e164: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return match ? `${match[1]} ${match[2]}-${match[3]}` : e164;
}
