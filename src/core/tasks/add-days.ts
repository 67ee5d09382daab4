const DAY_MS = 86_400_000;

/** `date` (yyyy-mm-dd) moved by whole days; calendar days, so no clock change shifts it. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
