import { utils, write } from 'xlsx';
import { seededRandom } from '../../tools/seeded-random';

const LAST = ['Bélanger', 'Côté', 'Noël', 'Tremblay', 'Lévesque', 'Gagnon', 'Roy', 'Bouchard', 'Fortin', 'Ouellet'];
const FIRST = ['Geneviève', 'François', 'Zoé', 'Éloi', 'Maude', 'Anaïs', 'Benoît', 'Nathalie', 'Hélène', 'Simon'];
const CITIES = ['Québec', 'Lévis', 'Montréal', 'Saint-Jérôme', 'Gatineau', 'Trois-Rivières'];
const HEADERS = [
  ...['No client', 'Nom', 'Prénom', 'NAS', 'Date de naissance', 'Rue', 'Appartement', 'Ville', 'Province'],
  ...['Code postal', 'Tél. rés.', 'Courriel', 'Langue', 'Comptable'],
  // Offices export whatever their software offers: most columns are of no use here.
  ...Array.from({ length: 26 }, (_none, index) => `Champ libre ${index + 1}`),
];

/** Nine digits that pass Luhn and begin with 9: temporary residents' range, drawn in order, so each once. */
function fictitiousSin(index: number): string {
  const body = String(90_000_000 + index);
  const sum = [...body].reduce((total, char, at) => {
    const digit = Number(char) * (at % 2 === 1 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

/** A fictitious list of 40 columns, header first; the same for one number of rows. */
export function makeList(rows: number): string[][] {
  const random = seededRandom(rows);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const list = [HEADERS];
  for (let index = 0; index < rows; index += 1) {
    const [last, first] = [`${pick(LAST)}-${pick(LAST)}`, `${pick(FIRST)}-${pick(FIRST)}`];
    list.push([
      String(10_000 + index),
      last,
      first,
      fictitiousSin(index),
      `${1 + Math.floor(random() * 28)}/${1 + Math.floor(random() * 12)}/${1940 + Math.floor(random() * 60)}`.replace(
        /\b(\d)\//gu,
        '0$1/',
      ),
      `${1 + Math.floor(random() * 9999)}, rue Inventée`,
      index % 3 === 0 ? String(1 + (index % 40)) : '',
      pick(CITIES),
      'QC',
      'G1A 1A1',
      `418 555-${String(index % 10_000).padStart(4, '0')}`,
      `client.${index}@example.com`,
      index % 5 === 0 ? 'Anglais' : 'Français',
      'Solène Sittelle',
      ...Array.from({ length: 26 }, (_none, column) =>
        column % 2 === 0 ? String((index * (column + 3)) % 9973) : 'né à l’essai',
      ),
    ]);
  }
  return list;
}

/** windows-1252, `;`, CRLF, as DT Max exports it. */
export function asCsv(list: readonly (readonly string[])[]): Buffer {
  const text = list.map((row) => `${row.join(';')}\r\n`).join('');
  return Buffer.from(text.replaceAll('’', '\u0092'), 'latin1');
}

/** As a spreadsheet keeps it: SINs and numbers are numbers. */
export function asXlsx(list: readonly (readonly string[])[]): Buffer {
  const cells = list.map((row, index) =>
    row.map((cell) => (index > 0 && /^[1-9]\d*$/u.test(cell) ? Number(cell) : cell)),
  );
  const book = utils.book_new(utils.aoa_to_sheet(cells), 'Clients');
  return Buffer.from(write(book, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }) as ArrayBuffer);
}
