import type { LocalClient } from '../clients/client';
import type { FormCode } from '../forms/form-code';
import { nameKey } from './name-match';
import type { ReturnKind } from './return-facts';

/** What tells two returns of one client apart. */
export interface DeliveredReturn {
  readonly taxYear: number;
  /** Of a corporation or trust, where the document says it. */
  readonly periodEnd: string | null;
  readonly returnKind: ReturnKind;
  /** From 1; a T183 to be signed anew takes the next. */
  readonly version?: number;
  /** What tells apart two documents of one form and period: a paper's own text, or that it is a copy without pages. */
  readonly part?: string;
}

/**
 * The text whose keyed hash the server holds unique (ground-decisions §3): who, which form, which period, which return,
 * which version. Every workstation of the office makes the same text from the same facts, so no local id is in it.
 */
export function deliveryText(
  client: LocalClient,
  form: FormCode,
  { taxYear, periodEnd, returnKind, version = 1, part }: DeliveredReturn,
): string {
  const period = client.kind === 'individual' ? String(taxYear) : (periodEnd ?? String(taxYear));
  const key = ['delivery', clientToken(client), form, period, returnKind, String(version)];
  return [...key, ...(part === undefined ? [] : [part])].join('|');
}

/** SIN or BN where known; else the office's code with the name, since spouses may share a number. */
function clientToken(client: LocalClient): string {
  if (client.sin !== null) return `sin:${client.sin}`;
  if (client.businessNumber !== null) return `bn:${client.businessNumber}`;
  return `code:${client.code}:${nameKey(client.name.full)}`;
}
