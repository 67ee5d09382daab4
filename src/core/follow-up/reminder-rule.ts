import { isAwaited } from './followed-envelope';
import type { FollowedEnvelope } from './followed-envelope';

/** When the office reminds by itself. Off unless the office turns it on. */
export interface ReminderRule {
  readonly everyDays: number;
  readonly atMost: number;
  /** Hours of the office's day, from 0 to 24: nothing leaves outside them, nor on a Sunday. */
  readonly from: number;
  readonly until: number;
}

export const USUAL_RULE: ReminderRule = { everyDays: 4, atMost: 3, from: 9, until: 19 };

const DAY_MS = 86_400_000;

/** True when a reminder may leave now. `now` is the office's local time. */
export function isQuiet(rule: ReminderRule, now: Date): boolean {
  const hour = now.getHours() + now.getMinutes() / 60;
  return now.getDay() === 0 || hour < rule.from || hour >= rule.until;
}

/**
 * The number (from 1) of the reminder that is due, else `null`: counted from the sending, so that every workstation
 * of the office counts alike. One whose day has passed unseen is not made up for: only the latest is due. A reminder by
 * hand within the last `everyDays` puts it off.
 */
export function dueReminder(envelope: FollowedEnvelope, rule: ReminderRule, now: Date): number | null {
  if (!isAwaited(envelope) || envelope.sentAt === null || isQuiet(rule, now)) return null;
  const number = Math.floor((now.getTime() - Date.parse(envelope.sentAt)) / (rule.everyDays * DAY_MS));
  if (number < 1 || number > rule.atMost) return null;
  const last = envelope.lastReminderAt === null ? 0 : Date.parse(envelope.lastReminderAt);
  return now.getTime() - last < rule.everyDays * DAY_MS ? null : number;
}
