import type { DocumentStatus } from '../../core/documents/document-row';
import type { Tone } from '../../ui/components/FilterBar.svelte';

export const DOCUMENT_STATUSES = [
  'ready',
  'confirm',
  'check',
  'blocked',
  'unmatched',
  'already-sent',
  'refused',
] as const satisfies readonly DocumentStatus[];

export const DOCUMENT_TONES = {
  ready: 'ok',
  confirm: 'info',
  check: 'warn',
  blocked: 'bad',
  unmatched: 'warn',
  'already-sent': 'plain',
  refused: 'bad',
} as const satisfies Record<DocumentStatus, Tone>;
