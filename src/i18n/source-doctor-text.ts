import type { SourceNote } from '../core/clients/source-note';
import type {
  Delimiter,
  EncodingReason,
  HeaderReason,
  ReadingEvidence,
  SheetChoice,
  SheetReason,
  TextEncoding,
} from '../core/clients/source-reading';
import type { Language } from '../core/language';
import { assertNever } from '../core/result';
import { counted, listed } from './format';

/** Names that people know encodings by. */
export const ENCODING_TEXT = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  cp850: 'CP850 (DOS)',
  macroman: 'MacRoman',
} as const satisfies Record<TextEncoding, string>;

const DELIMITERS = {
  ';': { fr: 'point-virgule', en: 'semicolon' },
  ',': { fr: 'virgule', en: 'comma' },
  '\t': { fr: 'tabulation', en: 'tab' },
  '|': { fr: 'barre verticale', en: 'vertical bar' },
} as const satisfies Record<Delimiter, Record<Language, string>>;

export const delimiterText = (delimiter: Delimiter, language: Language): string => DELIMITERS[delimiter][language];

const CHOSEN = { fr: 'Votre choix.', en: 'Your choice.' };
const REMEMBERED = {
  fr: 'Votre choix, retenu pour les listes qui ont ces colonnes.',
  en: 'Your choice, remembered for lists with these columns.',
};

const ENCODING_WHY = {
  chosen: CHOSEN,
  remembered: REMEMBERED,
  mark: { fr: 'Une marque au début du fichier le dit.', en: 'A mark at the start of the file says so.' },
  zeros: {
    fr: 'Un octet sur deux est nul, comme dans ce codage.',
    en: 'Every other byte is zero, as in this encoding.',
  },
  ascii: {
    fr: 'Aucun accent dans le fichier : tous les encodages se valent.',
    en: 'No accent in the file: all encodings read the same.',
  },
  valid: { fr: 'Tous les accents sont du UTF-8 valide.', en: 'All accents are valid UTF-8.' },
  french: {
    fr: 'Ce n’est pas du UTF-8, et c’est ainsi que les accents font du français.',
    en: 'This is not UTF-8, and so read the accents make French.',
  },
  mostly: {
    fr: 'Presque tous les accents sont du UTF-8 valide ; quelques-uns sont abîmés.',
    en: 'Nearly all accents are valid UTF-8; a few are damaged.',
  },
} as const satisfies Record<EncodingReason, Record<Language, string>>;

export const encodingWhyText = (why: EncodingReason, language: Language): string => ENCODING_WHY[why][language];

/** « 15 en-têtes connus avec le point-virgule, 1 avec la virgule. » */
export function delimiterWhyText(
  why: HeaderReason,
  delimiters: ReadingEvidence['delimiters'],
  language: Language,
): string {
  if (why === 'chosen' || why === 'remembered') return (why === 'chosen' ? CHOSEN : REMEMBERED)[language];
  const known = delimiters.filter(({ headers }) => headers > 0);
  const parts = known.map(({ delimiter, headers }, index) => {
    const name = delimiterText(delimiter, language);
    const amount =
      index > 0
        ? String(headers)
        : language === 'fr'
          ? counted('fr', headers, 'en-tête connu', 'en-têtes connus')
          : counted('en', headers, 'known header', 'known headers');
    return language === 'fr' ? `${amount} avec « ${name} »` : `${amount} with “${name}”`;
  });
  return `${listed(language, parts)}.`;
}

export function sheetWhyText(why: SheetReason, sheet: SheetChoice | undefined, language: Language): string {
  const hidden = sheet?.hidden ? { fr: ' La feuille est masquée.', en: ' The sheet is hidden.' }[language] : '';
  switch (why) {
    case 'chosen':
      return CHOSEN[language] + hidden;
    case 'remembered':
      return REMEMBERED[language] + hidden;
    case 'only':
      return { fr: 'La seule du classeur.', en: 'The only one in the workbook.' }[language] + hidden;
    case 'first':
      return { fr: 'La première : aucune n’a d’en-tête connu.', en: 'The first: none has a known header.' }[language];
    case 'headers':
      return (
        {
          fr: `Celle qui a le plus d’en-têtes connus (${sheet?.headers ?? 0}).`,
          en: `The one with most known headers (${sheet?.headers ?? 0}).`,
        }[language] + hidden
      );
    default:
      return assertNever(why);
  }
}

/** « Feuil2 (60 lignes, masquée) » */
export function sheetText({ name, rows, hidden }: SheetChoice, language: Language): string {
  const size = language === 'fr' ? counted('fr', rows, 'ligne', 'lignes') : counted('en', rows, 'row', 'rows');
  const word = hidden ? { fr: ', masquée', en: ', hidden' }[language] : '';
  return `${name} (${size}${word})`;
}

export function headerWhyText(why: HeaderReason, known: number, language: Language): string {
  if (why === 'chosen' || why === 'remembered') return (why === 'chosen' ? CHOSEN : REMEMBERED)[language];
  return language === 'fr'
    ? `${counted('fr', known, 'en-tête connu', 'en-têtes connus')} sur cette ligne.`
    : `${counted('en', known, 'known header', 'known headers')} on this line.`;
}

type Words = Readonly<Record<Language, readonly [one: string, many: string]>>;

/** After the number of them. */
const COUNTED = {
  'title-rows': {
    fr: [
      'ligne de titre au-dessus de l’en-tête, laissée de côté',
      'lignes de titre au-dessus de l’en-tête, laissées de côté',
    ],
    en: ['title line above the header, left aside', 'title lines above the header, left aside'],
  },
  'total-rows': {
    fr: ['ligne de total, laissée de côté', 'lignes de total, laissées de côté'],
    en: ['total line, left aside', 'total lines, left aside'],
  },
  'repeated-headers': {
    fr: ['en-tête répété, laissé de côté', 'en-têtes répétés, laissés de côté'],
    en: ['repeated header, left aside', 'repeated headers, left aside'],
  },
  'blank-columns': {
    fr: ['colonne vide', 'colonnes vides'],
    en: ['blank column', 'blank columns'],
  },
  'wide-rows': {
    fr: [
      'ligne a plus de cellules que l’en-tête : vérifiez le séparateur',
      'lignes ont plus de cellules que l’en-tête : vérifiez le séparateur',
    ],
    en: [
      'row has more cells than the header: check the separator',
      'rows have more cells than the header: check the separator',
    ],
  },
  'damaged-text': {
    fr: [
      'ligne a des caractères illisibles (« \ufffd ») : vérifiez l’encodage, ou refaites l’export',
      'lignes ont des caractères illisibles (« \ufffd ») : vérifiez l’encodage, ou refaites l’export',
    ],
    en: [
      'row has unreadable characters (“\ufffd”): check the encoding, or export again',
      'rows have unreadable characters (“\ufffd”): check the encoding, or export again',
    ],
  },
  'hidden-rows': {
    fr: [
      'ligne masquée dans le classeur, lue comme les autres',
      'lignes masquées dans le classeur, lues comme les autres',
    ],
    en: ['row hidden in the workbook, read like the others', 'rows hidden in the workbook, read like the others'],
  },
  'merged-cells': {
    fr: ['groupe de cellules fusionnées, lu une seule fois', 'groupes de cellules fusionnées, lus une seule fois'],
    en: ['group of merged cells, read once', 'groups of merged cells, read once'],
  },
  formulas: {
    fr: [
      'cellule calculée : la dernière valeur enregistrée est lue',
      'cellules calculées : la dernière valeur enregistrée est lue',
    ],
    en: ['computed cell: the last value stored is read', 'computed cells: the last value stored is read'],
  },
  'formulas-without-value': {
    fr: [
      'cellule calculée n’a pas de valeur enregistrée : ouvrez le classeur dans Excel et enregistrez-le',
      'cellules calculées n’ont pas de valeur enregistrée : ouvrez le classeur dans Excel et enregistrez-le',
    ],
    en: [
      'computed cell has no stored value: open the workbook in Excel and save it',
      'computed cells have no stored value: open the workbook in Excel and save it',
    ],
  },
  'other-type-left': {
    fr: [
      'ligne est de l’autre type de clients : importez-la à part',
      'lignes sont de l’autre type de clients : importez-les à part',
    ],
    en: [
      'row is of the other type of clients: import it apart',
      'rows are of the other type of clients: import them apart',
    ],
  },
} as const satisfies Record<Extract<SourceNote, { count: number }>['kind'], Words>;

const NAMED = {
  'same-header': {
    fr: 'En-têtes en double, la première colonne est lue',
    en: 'Headers in double, the first column is read',
  },
  'same-field': {
    fr: 'Colonnes laissées de côté parce qu’une autre dit la même chose',
    en: 'Columns left aside because another says the same',
  },
  'hidden-columns': {
    fr: 'Colonnes masquées dans le classeur, lues comme les autres',
    en: 'Columns hidden in the workbook, read like the others',
  },
  'dates-as-text': { fr: 'Dates écrites en texte', en: 'Dates written as text' },
  'digits-as-number': {
    fr: 'Numéros gardés comme nombres, les zéros du début sont rétablis là où c’est sûr',
    en: 'Numbers kept as figures, leading zeros are restored where that is certain',
  },
} as const satisfies Record<Extract<SourceNote, { headers: unknown }>['kind'], Record<Language, string>>;

/** One line of « À savoir ». */
export function sourceNoteText(note: SourceNote, language: Language): string {
  if (note.kind === 'dates-1904')
    return {
      fr: 'Les dates du classeur comptent depuis 1904, comme sur un ancien Mac.',
      en: 'Dates of the workbook count from 1904, as on an old Mac.',
    }[language];
  if ('count' in note) {
    const [one, many] = COUNTED[note.kind][language];
    return `${counted(language, note.count, one, many)}.`;
  }
  return `${NAMED[note.kind][language]}${language === 'fr' ? ' :' : ':'} ${listed(language, note.headers)}.`;
}
