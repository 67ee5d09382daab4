import type { EnvelopeStatus } from '../../core/follow-up/followed-envelope';
import type { Tone } from '../../ui/components/FilterBar.svelte';

/** Also the order of the filters. */
export const ENVELOPE_STATUSES = [
  'sent',
  'opened',
  'signed',
  'refused',
  'expired',
  'voided',
  'draft',
] as const satisfies readonly EnvelopeStatus[];

export const ENVELOPE_TONES = {
  draft: 'plain',
  sent: 'info',
  opened: 'info',
  signed: 'ok',
  refused: 'bad',
  expired: 'warn',
  voided: 'plain',
} as const satisfies Record<EnvelopeStatus, Tone>;
