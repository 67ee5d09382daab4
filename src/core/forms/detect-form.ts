import { foldedLine } from '../documents/folded-line';
import { foldedPage } from '../documents/page-lookup';
import type { PageText, TextLine } from '../documents/page-text';
import type { FormCode } from './form-code';

/** A form recognised on a page. `edition` is the year printed in the form's code (« T183 E (25) » → 2025). */
export interface FormSighting {
  readonly form: FormCode;
  readonly page: number;
  readonly basis: 'code' | 'title';
  readonly edition: number | null;
}

/**
 * Printed codes: « T183 E (25) », « T183 F (23) », « TP-1000.TE (2025-01) ». The letter (English, French) or the edition
 * is required: forms cite one another by bare code.
 */
const CODES: readonly (readonly [FormCode, RegExp])[] = [
  ['T183CORP', /\bt183 ?corp\b ?(?:[ef]\b)? ?(?:\((?:20)?(\d\d)\))?/],
  ['T183TRUST', /\bt183 ?trust\b ?(?:[ef]\b)? ?(?:\((?:20)?(\d\d)\))?/],
  ['T183', /\bt183 ?[ef]\b ?(?:\((?:20)?(\d\d)\))?/],
  ['TP-1000.TE', /\btp-1000\.te(?:-v)? ?\((20\d\d)-\d\d\)/],
  ['CO-1000.TE', /\bco-1000\.te(?:-v)? ?\((20\d\d)-\d\d\)/],
  ['MR-69', /\bmr-69(?:-v)? ?\((20\d\d)-\d\d\)/],
  ['TP-274', /\btp-274(?:-v)? ?\((20\d\d)-\d\d\)/],
  ['CO-17', /\bco-17(?:-v)? ?\((20\d\d)-\d\d\)/],
  ['TP-1', /\btp-1\.d(?:-v)? ?\((20\d\d)-\d\d\)/],
  ['AUT-01', /\baut-01 ?[ef]\b ?(?:\((?:20)?(\d\d)\))?/],
  ['T1135', /\bt1135 ?[ef]\b ?(?:\((?:20)?(\d\d)\))?/],
  ['T3', /\bt3ret ?[ef]\b ?(?:\((?:20)?(\d\d)\))?/],
  ['T2', /\bt2 ?[ef]\b ?\((?:20)?(\d\d)\)/],
  ['T1', /\b50\d\d-r ?[ef]\b ?(?:\((?:20)?(\d\d)\))?/],
];

/** Every code has one of these: most lines need no closer look. */
const MAY_HOLD_CODE = /t183|tp-|co-1|mr-69|aut-01|t1135|t3ret|t2 ?[ef]|50\d\d-r/;

/** Titles, folded. Longer first where one is contained in another. */
const TITLES: readonly (readonly [FormCode, readonly string[]])[] = [
  [
    'T183CORP',
    [
      'information return for corporations filing electronically',
      'declaration pour les societes qui produisent par voie electronique',
    ],
  ],
  [
    'T183TRUST',
    [
      'information return for the electronic filing of a trust return',
      'information return for electronic filing of a trust return',
      "declaration de renseignements pour la transmission electronique d'une declaration de fiducie",
    ],
  ],
  [
    'T183',
    [
      "information return for electronic filing of an individual's income tax and benefit return",
      "declaration de renseignements pour la transmission electronique d'une declaration de revenus et de prestations d'un particulier",
    ],
  ],
  [
    'TP-1000.TE',
    [
      "transmission par internet de la declaration de revenus d'un particulier",
      'online filing of the personal income tax return by an accredited person',
    ],
  ],
  [
    'CO-1000.TE',
    [
      "transmission par internet de la declaration de revenus d'une societe",
      'online filing of the corporation income tax return by an accredited person',
    ],
  ],
  [
    'MR-69',
    [
      'autorisation relative a la communication de renseignements ou procuration',
      'authorization to communicate information or power of attorney',
    ],
  ],
  ['AUT-01', ['authorize a representative for offline access', 'autoriser un representant - acces hors ligne']],
  [
    'TP-274',
    [
      "designation d'un bien comme residence principale",
      'designation of property as a principal residence',
      'designation of a property as a principal residence',
    ],
  ],
  ['T1135', ['foreign income verification statement', 'bilan de verification du revenu etranger']],
  ['T1', ['income tax and benefit return', 'declaration de revenus et de prestations']],
  ['T2', ['t2 corporation income tax return', 't2 - declaration de revenus des societes']],
];

/** Lines of the top part in which a title is looked for: a title deeper down is a citation. */
const TITLE_LINES = 14;

/** Every form recognised, page by page: printed code first, else title. One sighting a page at most. */
export function detectForms(pages: readonly PageText[]): FormSighting[] {
  return pages.flatMap((page) => byCode(page) ?? byTitle(page) ?? []);
}

function byCode(page: PageText): FormSighting | null {
  if (!MAY_HOLD_CODE.test(foldedPage(page))) return null;
  for (const line of page.lines) {
    const text = foldedLine(line);
    if (!MAY_HOLD_CODE.test(text)) continue;
    for (const [form, pattern] of CODES) {
      const found = pattern.exec(text);
      // A form's own code stands by itself, at a line's start or end; inside a sentence it is a citation.
      if (found && standsApart(text, found.index, found[0].length)) {
        return { form, page: page.page, basis: 'code', edition: editionOf(found[1]) };
      }
    }
  }
  return null;
}

function standsApart(text: string, index: number, length: number): boolean {
  const before = text.slice(0, index).trim();
  const after = text.slice(index + length).trim();
  const words = (part: string) => part.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length;
  return (
    words(before) === 0 || (words(after) <= 3 && words(before) <= 8 && !/\b(form|formulaire|see|voir)$/.test(before))
  );
}

function byTitle(page: PageText): FormSighting | null {
  const top = topLines(page.lines).join(' ');
  for (const [form, titles] of TITLES) {
    if (titles.some((title) => top.includes(title))) return { form, page: page.page, basis: 'title', edition: null };
  }
  return null;
}

/** A title may be broken over lines: they are joined with spaces, after words that were cut by line are left as they are. */
function topLines(lines: readonly TextLine[]): string[] {
  return lines.slice(0, TITLE_LINES).map(foldedLine).filter(Boolean);
}

function editionOf(digits: string | undefined): number | null {
  if (digits === undefined) return null;
  const value = Number(digits);
  return value < 100 ? 2000 + value : value;
}
