import type { ClientKind } from './client';
import { nameTokens } from './name-tokens';

/** Entity column of a contacts list: its values follow the language of the interface (domain facts §2). */
export function entityKind(text: string): ClientKind | null {
  if (text === '') return null;
  const key = nameTokens(text).join('');
  if (/^(?:individual|particulier|individu|t1|personne|person|tp1)$/u.test(key)) return 'individual';
  if (/^(?:corporation|societe|societeparactions|compagnie|company|t2|co17|business|entreprise)$/u.test(key))
    return 'corporation';
  if (/^(?:trust|fiducie|t3|tp646|succession|estate)$/u.test(key)) return 'trust';
  return null;
}

export function trustByName(name: string): boolean {
  return /^(?:(?:la |the )?(?:fiducie|succession|estate of|fid\.)\b)|\b(?:trust|family trust)$/iu.test(name.trim());
}

/** « inc. », « ltée », a numbered company…: a name that no natural person bears. */
export function isCorporateName(name: string): boolean {
  return /\b(?:inc|lt[ée]e|ltd|enr|s\.?e\.?n\.?c|limit[ée]e?|corp)\b\.?\s*$|^\d{4}-?\d{4}\s+qu[ée]bec\b/iu.test(
    name.trim(),
  );
}
