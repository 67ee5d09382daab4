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
export const deliveryText = (client: LocalClient, form: FormCode, delivered: DeliveredReturn): string =>
  deliveryTexts(client, form, delivered)[0];

/**
 * The same, and after it the texts under which it may have left by another list: one that had no number for the client,
 * or one that had the number which this list leaves blank. `shown`: SINs of the document's own taxpayer.
 */
export function deliveryTexts(
  client: LocalClient,
  form: FormCode,
  { taxYear, periodEnd, returnKind, version = 1, part }: DeliveredReturn,
  shown: readonly string[] = [],
): readonly [string, ...string[]] {
  const period = client.kind === 'individual' ? String(taxYear) : (periodEnd ?? String(taxYear));
  const textOf = (token: string) =>
    ['delivery', token, form, period, returnKind, String(version), ...(part === undefined ? [] : [part])].join('|');
  const [token, ...others] = clientTokens(client, shown);
  return [textOf(token), ...others.map(textOf)];
}

/** SIN or BN where known; else the office's code with the name, since spouses may share a number. */
function clientTokens(
  { kind, sin, businessNumber, code, name }: LocalClient,
  shown: readonly string[],
): [string, ...string[]] {
  const byCode = `code:${code}:${nameKey(name.full)}`;
  if (sin !== null) return [`sin:${sin}`, byCode];
  if (businessNumber !== null) return [`bn:${businessNumber}`, byCode];
  return [byCode, ...(kind === 'individual' ? shown.map((digits) => `sin:${digits}`) : [])];
}
