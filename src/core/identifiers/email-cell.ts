import { parseEmail } from './email';

/** What one cell of a client list says of an e-mail address. */
export type EmailCell =
  | { readonly kind: 'absent' }
  /** Not one address beyond doubt: a wrong guess would send a return to a stranger. */
  | { readonly kind: 'malformed' }
  | {
      readonly kind: 'email';
      readonly address: string;
      /** Further addresses of the cell, in its order. */
      readonly others: readonly string[];
      /** Spaces or a last full stop were taken off. */
      readonly tidied: boolean;
      /** Its domain is a known slip of the fingers: « gmail.con ». */
      readonly doubtful: boolean;
    };

/**
 * Reads an e-mail cell: one address, or several between `;`, `,`, `/`, spaces or « ou ». Every piece must be an address
 * (« Nom <adresse> » and « adresse (bureau) » are), else none is taken: « jean tremblay@… » is not tremblay's.
 */
export function parseEmailCell(cell: string): EmailCell {
  const text = cell.trim();
  if (text === '') return { kind: 'absent' };
  if (text.length <= MOST_USUAL && USUAL.test(text))
    return { kind: 'email', address: text, others: [], tidied: false, doubtful: DOUBTFUL.test(text) };
  const joined = text.replace(/\s*@\s*/gu, '@').replace(/\s*\([^()@]*\)/gu, '');
  const pieces = joined
    .split(/[;,|/\n]+/u)
    .flatMap((piece) => {
      const named = /^[^<>@]*<([^<>]+)>$/u.exec(piece.trim());
      return named?.[1] === undefined ? piece.trim().split(/\s+(?:ou|et|or|and|&)\s+|\s+/u) : [named[1].trim()];
    })
    .filter((piece) => piece !== '');
  const found = pieces.map((piece) => parseEmail(piece.replace(/^["'.]+|["'.:]+$/gu, '')));
  const [address, ...others] = new Set(found.filter((email) => email !== null));
  if (address === undefined || found.includes(null)) return { kind: 'malformed' };
  const tidied = others.length === 0 && parseEmail(text) === null;
  return { kind: 'email', address, others, tidied, doubtful: DOUBTFUL.test(address) };
}

/** One address in small plain letters, as nearly every cell is: none of what follows would change it. */
const USUAL = /^[a-z\d_+-]+(?:\.[a-z\d_+-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/;
const MOST_USUAL = 64;

const DOUBTFUL =
  /\.(?:con|cmo|ocm|vom|comm|coom|cpm|xom|cim|om)$|@(?:gmial|gmal|gmai|gamil|gnail|gmaill|hotmial|hotmal|hotmai|hotmil|outlok|outloo|yaho|yahooo|videotro|vidéotron|sympatco)\.|@(?:gmail|hotmail|outlook)\.(?:co|cm|ac)$/u;
