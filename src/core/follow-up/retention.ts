import type { FollowedEnvelope } from './followed-envelope';

/** Secure folders are disposed of within 6 months (facts): warned of in their last month. */
const FOLDER_MONTHS = 6;
const WARNED_BEFORE_DAYS = 30;
/** The CRA wants a signed T183 kept 6 years from electronic filing. */
const KEPT_YEARS = 6;
const DAY_MS = 86_400_000;

/** Day (yyyy-mm-dd, UTC) on which GEM-BOOKS may dispose of the folder; `null` before it was sent. */
export function folderGoesOn({ sentAt }: FollowedEnvelope): string | null {
  if (sentAt === null) return null;
  const date = new Date(sentAt);
  date.setUTCMonth(date.getUTCMonth() + FOLDER_MONTHS);
  return date.toISOString().slice(0, 10);
}

/** A signed copy that would soon vanish and was not saved. `now` in epoch milliseconds. */
export function vanishesSoon(envelope: FollowedEnvelope, now: number): boolean {
  const day = folderGoesOn(envelope);
  if (day === null || !envelope.documents.some(({ signed }) => signed !== null)) return false;
  return Date.parse(day) - now < WARNED_BEFORE_DAYS * DAY_MS;
}

/** Day until which a signed authorisation is kept, from « Date de transmission » (yyyy-mm-dd). */
export function keptUntil(transmittedOn: string): string {
  const [year = '', month = '', day = ''] = transmittedOn.split('-');
  const kept = new Date(Date.UTC(Number(year) + KEPT_YEARS, Number(month) - 1, Number(day)));
  return kept.toISOString().slice(0, 10);
}
