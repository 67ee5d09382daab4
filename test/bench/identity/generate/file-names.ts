import type { Random } from '../../../fixtures/generate/random';
import type { OfficePerson } from './shapes';

export type Naming = 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'N7' | 'N8' | 'N9';

/** How one office writes its file names: drawn once per batch. */
export interface NamingStyle {
  readonly naming: Naming;
  readonly sin: 'joined' | 'spaced' | 'dashed' | 'masked-4' | 'masked-x3';
  readonly order: 'first-last' | 'last-comma-first' | 'last-first';
  readonly dash: ' - ' | ' – ' | ' — ';
  readonly suffix: 'none' | 'form' | 'year' | 'form-year';
  readonly folder: string;
  readonly accents: 'kept' | 'nfd' | 'stripped' | 'utf8-as-1252' | 'cp850-as-1252' | 'question-marks' | 'replacement';
  readonly caps: boolean;
  readonly template: string;
}

export const N9_TEMPLATES = [
  '{ignore}_{lastName}_{firstName}_{clientNumber}_{year}',
  '{clientNumber}.{seq} {lastName} {firstName} {doc}',
  '{doc} {year} {id} {ignore}',
  '{lastName}, {firstName} ({id})',
];

export function namingStyle(random: Random, naming: Naming): NamingStyle {
  return {
    naming,
    sin: random.pick(['joined', 'joined', 'spaced', 'dashed', 'masked-4', 'masked-x3']),
    order: random.pick(['first-last', 'first-last', 'last-comma-first', 'last-first']),
    dash: random.pick([' - ', ' - ', ' – ', ' — ']),
    suffix: random.pick(['none', 'none', 'form', 'year', 'form-year']),
    folder: random.pick(['', '', 'Québec/', '2025\\T183/', 'Lot 3/']),
    accents: random.pick([
      'kept',
      'kept',
      'kept',
      'nfd',
      'stripped',
      'utf8-as-1252',
      'cp850-as-1252',
      'question-marks',
      'replacement',
    ]),
    caps: random.next() < 0.2,
    template: random.pick(N9_TEMPLATES),
  };
}

const strip = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** What a name looks like after a ZIP or a download lost its encoding. */
function breakAccents(text: string, how: NamingStyle['accents']): string {
  switch (how) {
    case 'kept':
      return text;
    case 'nfd':
      return text.normalize('NFD');
    case 'stripped':
      return strip(text);
    case 'utf8-as-1252':
      return new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
    case 'cp850-as-1252':
      return [...text].map((char) => CP850[char] ?? char).join('');
    case 'question-marks':
      return text.replace(/[^\u0020-\u007e]/g, '_');
    case 'replacement':
      return text.replace(/[^\u0020-\u007e]/g, '\ufffd');
  }
}

/** Byte of the letter in code page 850, read as Windows-1252. */
const CP850: Readonly<Record<string, string>> = {
  é: '‚',
  è: 'Š',
  ê: 'ˆ',
  ë: '‰',
  à: '…',
  â: 'ƒ',
  ç: '‡',
  î: 'Œ',
  ï: '‹',
  ô: '“',
  ù: '—',
  û: '–',
  É: '\u0090',
  '’': "'",
  ö: '”',
  ü: '\u0081',
  ñ: '¤',
  ø: '›',
  À: '·',
  Â: '¶',
  Ç: '€',
  È: 'Ô',
  Ê: 'Ò',
  Ë: 'Ó',
  Î: '×',
  Ï: 'Ø',
  Ô: 'â',
  Ù: 'ë',
  Û: 'ê',
  Ñ: '¥',
  Ø: '\u009d',
  Ö: '\u0099',
  // Letters the code page does not have.
  ễ: '?',
  Ễ: '?',
};

function writtenName(person: OfficePerson, style: NamingStyle, random: Random, hasIdentifier: boolean): string {
  if (person.first === '') return person.last.replace(/[/\\:?*"<>|]/g, '');
  let { first, last } = person;
  const quirk = random.next();
  if (quirk < 0.04) last = last.replace(/^(?:St|Saint)-/, (found) => (found === 'St-' ? 'Saint-' : 'St-'));
  else if (quirk < 0.08) last = last.replace(/^(?:de la|de|du|Le|Des|De|Van der) /, '');
  else if (quirk < 0.1 && hasIdentifier) first = `${first.charAt(0)}.`;
  else if (quirk < 0.12 && hasIdentifier) last = `${last}-${random.pick(['Roy', 'Lavoie', 'Simard'])}`;
  else if (quirk < 0.14) first = first.replace('-', ' ');
  switch (style.order) {
    case 'first-last':
      return `${first} ${last}`;
    case 'last-comma-first':
      return `${last}, ${first}`;
    case 'last-first':
      return `${last} ${first}`;
  }
}

function writtenSin(digits: string, style: NamingStyle): string {
  const [a, b, c] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  switch (style.sin) {
    case 'joined':
      return digits;
    case 'spaced':
      return `${a} ${b} ${c}`;
    case 'dashed':
      return `${a}-${b}-${c}`;
    case 'masked-4':
      return `*****${digits.slice(5)}`;
    case 'masked-x3':
      return `XXX XXX ${c}`;
  }
}

/** Whole stem and folder of a file that bears `person`'s name. `seq` makes sequences. */
export function filePath(
  person: OfficePerson,
  form: string,
  { year, periodEnd, seq }: { readonly year: number; readonly periodEnd: string; readonly seq: number },
  style: NamingStyle,
  random: Random,
): string {
  const digits = person.sin ?? person.businessNumber;
  const naming = usable(style.naming, person, form);
  const bears = ['N1', 'N2', 'N3', 'N6', 'N8'].includes(naming);
  const plain = writtenName(person, style, random, bears);
  const name = breakAccents(style.caps ? plain.toLocaleUpperCase('fr-CA') : plain, style.accents);
  const id =
    digits === null ? '' : writtenSin(digits, person.kind === 'individual' ? style : { ...style, sin: 'joined' });
  const doc =
    form === 'ENGAGEMENT' ? 'Lettre de mission' : form === 'CLIENT-LETTER' ? 'Lettre' : form === 'PACKAGE' ? '' : form;
  const suffix =
    style.suffix === 'none'
      ? ''
      : style.suffix === 'year'
        ? `${style.dash}${year}`
        : doc === ''
          ? ''
          : style.suffix === 'form'
            ? `${style.dash}${doc}`
            : `${style.dash}${doc} ${year}`;
  return `${style.folder}${stem()}.pdf`;

  function stem(): string {
    switch (naming) {
      case 'N1':
        return `${id}${style.dash}${name}${suffix}`;
      case 'N2':
        return `${name}${style.dash}${id}${suffix}`;
      case 'N3':
        return `${style.caps ? '#' : ''}${person.number ?? '0'}${style.dash}${name}${suffix}`;
      case 'N4':
        return `${strip(person.last).replace(/\P{L}/gu, '').slice(0, 4).toUpperCase().padEnd(4, 'X')}${digits ?? ''}${String(seq).padStart(3, '0')}`;
      case 'N5':
        return `${year} ${doc}${style.dash}${name}`;
      case 'N6':
        return `${person.number ?? '0'}-${person.kind === 'individual' ? 'T1' : person.kind === 'trust' ? 'T3' : 'T2'}-${year}-${name}${style.caps ? '-20260311' : ''}`;
      case 'N7':
        return [digits, year, doc].sort(() => (style.caps ? -1 : 1)).join(style.dash === ' - ' ? '_' : '.');
      case 'N8':
        return `${digits}RC0001 ${name} ${periodEnd}`;
      case 'N9':
        return style.template
          .replace('{ignore}', `v${seq % 7}`)
          .replace('{seq}', String(seq).padStart(3, '0'))
          .replace('{lastName}', person.last)
          .replace('{firstName}', person.first === '' ? 'x' : person.first)
          .replace('{clientNumber}', person.number ?? '0')
          .replace('{id}', digits ?? '')
          .replace('{doc}', doc)
          .replace('{year}', String(year));
    }
  }
}

/** The naming that can be written for this person and form; an office falls back on N3, then N5. */
function usable(naming: Naming, person: OfficePerson, form: string): Naming {
  const digits = person.sin ?? person.businessNumber;
  const papers = form === 'PACKAGE' || form === 'ENGAGEMENT' || form === 'CLIENT-LETTER';
  if (naming === 'N8' && person.businessNumber === null) return digits === null ? 'N3' : 'N1';
  if (['N1', 'N2', 'N4', 'N7'].includes(naming) && digits === null) return 'N3';
  if (naming === 'N5' && form === 'PACKAGE') return digits === null ? 'N3' : 'N1';
  if (naming === 'N6' && (papers || !['T1', 'T2', 'T3'].includes(form))) return 'N3';
  if (naming === 'N7' && papers) return 'N1';
  if (naming === 'N9' && (digits === null || papers || person.first === '')) return digits === null ? 'N3' : 'N1';
  return naming;
}
