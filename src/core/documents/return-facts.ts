import { provinceCode } from '../clients/province';
import { foldedLine } from './folded-line';
import { foldedPage, printedPage } from './page-lookup';
import { comparativeTable } from './comparative-table';
import type { ComparativeTable } from './comparative-table';
import { findDtMaxHeader } from './find-tax-year';
import { labelledValue } from './labelled-value';
import type { PageText } from './page-text';

/** Which return of one person and period a document belongs to (product §2.3): each is filed, and signed, apart. */
export type ReturnKind = 'initial' | 'amended' | 'pre-bankruptcy' | 'post-bankruptcy' | 'rights-or-things';

/** What a document says of its return, beside whose it is. `null` where it is silent. */
export interface ReturnFacts {
  readonly returnKind: ReturnKind;
  /** ISO date on which a corporation's or trust's year ends. */
  readonly periodEnd: string | null;
  /** Two-letter code of the province of residence on 31 December of the tax year: never today's address. */
  readonly yearEndProvince: string | null;
  /** Federal refund in dollars (line 48400), a balance owing (48500) below zero. */
  readonly refund: number | null;
}

export function returnFacts(pages: readonly PageText[]): ReturnFacts {
  const first = <T>(find: (page: PageText) => T | null): T | null => {
    for (const page of pages) {
      const value = find(page);
      if (value !== null) return value;
    }
    return null;
  };
  return {
    returnKind: first(kindOn) ?? 'initial',
    periodEnd: first((page) => labelledValue(page, PERIOD_END, isoDate)),
    yearEndProvince: first((page) => labelledValue(page, PROVINCE, provinceNamed)),
    refund: first(refundOn),
  };
}

const KINDS: readonly (readonly [ReturnKind, RegExp])[] = [
  ['amended', /\b(?:declaration modifiee|amended (?:income tax )?return|return amended|declaration rectifiee)\b/],
  ['pre-bankruptcy', /\b(?:anterieure a la faillite|pre-?bankruptcy|pre-?faillite)\b/],
  ['post-bankruptcy', /\b(?:posterieure a la faillite|post-?bankruptcy|post-?faillite)\b/],
  ['rights-or-things', /\b(?:droits ou (?:de )?biens|rights or things)\b/],
];
/** A mark is a line of its own; « Cochez s'il s'agit d'une déclaration modifiée » is a question, unless ticked. */
const MARK_WORDS = 8;
const QUESTION = /\b(?:cochez|cocher|tick|check|si|s'il|if|oui|yes)\b|☐|□/;
const TICKED = /☒|☑|✓|✔|\[x\]/;

/** Any of the kinds: most pages need no closer look. */
const ANY_KIND = new RegExp(KINDS.map(([, pattern]) => pattern.source).join('|'));

function kindOn(page: PageText): ReturnKind | null {
  if (!ANY_KIND.test(foldedPage(page))) return null;
  for (const line of page.lines) {
    const text = foldedLine(line);
    const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
    if (kind === undefined) continue;
    if (TICKED.test(text) || (!QUESTION.test(text) && text.split(' ').length <= MARK_WORDS)) return kind;
  }
  return null;
}

const PERIOD_END =
  /\b(?:fin de l'(?:annee d'imposition|exercice)|date de cloture(?: de l'exercice)?|(?:tax |fiscal )?year[- ]end|end of the (?:tax|fiscal) year)\b/;
const PROVINCE =
  /\bprovince(?: (?:ou|or) territo(?:ire|ry))? (?:de residence|of residence)(?: (?:au|le|on) (?:31 decembre|december 31)(?:,? 20\d\d)?)?/;

function isoDate(text: string): string | null {
  const found = /^(20\d\d)[-/ ](0[1-9]|1[0-2])[-/ ](0[1-9]|[12]\d|3[01])$/.exec(text);
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

/** Names only: « on » is a word before it is Ontario. */
function provinceNamed(text: string): string | null {
  const code = text.length > 4 || text === 'qc' ? provinceCode(text) : '';
  return /^[A-Z]{2}$/.test(code) ? code : null;
}

/** The amount after line 48400, or after 48500; of a page that compares several years, the return's own year. */
function refundOn(page: PageText): number | null {
  const table = comparativeTable(page);
  if (table !== null) return comparedRefund(table, findDtMaxHeader(page)?.taxYear ?? null);
  if (!/48[45]00/.test(printedPage(page))) return null;
  for (const line of page.lines) {
    const found = /\b(48400|48500)\b\D{0,12}?(-?\d[\d \u00a0]*(?:,\d{3})*[.,]\d\d)\b/.exec(line.text);
    if (found?.[1] === undefined || found[2] === undefined) continue;
    const amount = Number(found[2].replace(/[ \u00a0]|,(?=\d{3})/g, '').replace(',', '.'));
    if (amount !== 0) return found[1] === '48400' ? amount : -amount;
  }
  return null;
}

function comparedRefund(table: ComparativeTable, year: number | null): number | null {
  if (year === null) return null;
  const refund = table.amount('48400', year);
  const owing = table.amount('48500', year);
  if (refund !== null && refund !== 0) return refund;
  // Nil in both is a return that comes out even; printed nowhere is not known.
  return owing !== null && owing !== 0 ? -owing : (refund ?? owing);
}
