import type { TrackingLane } from '../../i18n/tracking-words';
import type { Tone } from '../../ui/components/FilterBar.svelte';

/** Also the order of the filters: what asks for a hand first after what is on its way. */
export const LANES = [
  'waiting',
  'sending',
  'rejected',
  'held',
  'conflict',
  'needs-sign-in',
  'to-export',
  'exported',
  'to-correct',
  'sent',
  'transmitted',
  'signed-by-hand',
  'already-sent',
  'corrected',
  'cancelled',
] as const satisfies readonly TrackingLane[];

export const EVERYDAY: readonly TrackingLane[] = ['waiting', 'rejected', 'held', 'sent'];

export const LANE_TONES = {
  waiting: 'info',
  sending: 'info',
  sent: 'ok',
  rejected: 'bad',
  held: 'warn',
  conflict: 'bad',
  'needs-sign-in': 'warn',
  'already-sent': 'ok',
  cancelled: 'plain',
  'to-correct': 'warn',
  corrected: 'ok',
  'to-export': 'warn',
  exported: 'warn',
  transmitted: 'ok',
  'signed-by-hand': 'ok',
} as const satisfies Record<TrackingLane, Tone>;
