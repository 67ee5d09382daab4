import type { PlanStatus } from '../../core/clients/upsert-plan';
import type { Tone } from '../../ui/components/FilterBar.svelte';

export const PLAN_TONES = {
  create: 'ok',
  update: 'info',
  unchanged: 'plain',
  check: 'warn',
  error: 'bad',
  conflict: 'bad',
} as const satisfies Record<PlanStatus, Tone>;
