import { foldedLine } from './folded-line';
import type { PageText } from './page-text';

/** Pages whose people stand otherwise than on a return: a slip made for one, an election that two spouses make together. */
export type PageKind = 'slip' | 'joint';

/** A title stands among the first lines; deeper down the words are a citation. */
const TITLE_LINES = 6;

const JOINT = /\bt1032\b|\b(?:choix conjoint|joint election)\b|\bsplit pension income\b|^(?:annexe|schedule) q\b/;
const SLIP = new RegExp(
  [
    '^t(?:4(?:a|e|rsp|rif|ps)?|5(?:007|008|013)?|3|2202)\\b ?[-:(]? ?(?:etat|statement|feuillet|slip|certificat)',
    '^(?:rl ?-? ?|releve )\\d{1,2}\\b',
    '^(?:recu\\b.*\\b(?:reer|cotisation)|(?:rrsp|fhsa)\\b.*\\breceipt)',
  ].join('|'),
);

export function kindOfPage(page: PageText): PageKind | null {
  for (const line of page.lines.slice(0, TITLE_LINES)) {
    const text = foldedLine(line);
    if (JOINT.test(text)) return 'joint';
    if (SLIP.test(text)) return 'slip';
  }
  return null;
}
