import type { Language } from '../core/language';
import type { ErrorText } from './errors/error-words';

const EXPORT = {
  fr: 'DT Max : exportez la liste des clients en .csv. Taxprep : exportez-la en .xlsx.',
  en: 'DT Max: export the client list as .csv. Taxprep: export it as .xlsx.',
} as const;
const TAXPREP = {
  fr: 'Si c’est bien une liste de clients, choisissez « Taxprep » comme logiciel ; DT Max exporte en .csv.',
  en: 'If it is indeed a client list, choose “Taxprep” as the software; DT Max exports .csv.',
} as const;

type Words = Readonly<Record<Language, readonly [what: string, todo: string]>>;

const WORKBOOK: Words = {
  fr: ['Ce fichier est un classeur, et DT Max exporte du texte.', TAXPREP.fr],
  en: ['This file is a workbook, and DT Max exports text.', TAXPREP.en],
};

/** What a file is when it is no client list of the software chosen, and what to do with it; by what was found in it. */
const KINDS: Readonly<Record<string, Words>> = {
  csv: {
    fr: [
      'Ce fichier est du texte (.csv), et Taxprep exporte un classeur.',
      'S’il vient de DT Max, choisissez « DT Max » comme logiciel ; sinon, exportez la liste en .xlsx.',
    ],
    en: [
      'This file is text (.csv), and Taxprep exports a workbook.',
      'If it comes from DT Max, choose “DT Max” as the software; otherwise export the list as .xlsx.',
    ],
  },
  xlsx: WORKBOOK,
  xls: WORKBOOK,
  xlsb: WORKBOOK,
  ods: WORKBOOK,
  protected: WORKBOOK,
  pdf: {
    fr: ['Ce fichier est un PDF, pas une liste de clients.', EXPORT.fr],
    en: ['This file is a PDF, not a client list.', EXPORT.en],
  },
  zip: {
    fr: [
      'Ce fichier est une archive .zip, pas une liste de clients.',
      'Les documents s’envoient par « Envois des documents ». Ici, déposez la liste exportée en .csv ou en .xlsx.',
    ],
    en: [
      'This file is a .zip archive, not a client list.',
      'Documents are sent through “Document sending”. Here, drop the list exported as .csv or .xlsx.',
    ],
  },
  html: {
    fr: [
      'Ce fichier est une page Web, quel que soit son nom.',
      'Ouvrez-la dans Excel, enregistrez-la comme classeur .xlsx, puis déposez ce classeur.',
    ],
    en: [
      'This file is a web page, whatever its name.',
      'Open it in Excel, save it as an .xlsx workbook, then drop that workbook.',
    ],
  },
  xml: {
    fr: [
      'Ce fichier est du XML, quel que soit son nom.',
      'Ouvrez-le dans Excel, enregistrez-le comme classeur .xlsx, puis déposez ce classeur.',
    ],
    en: [
      'This file is XML, whatever its name.',
      'Open it in Excel, save it as an .xlsx workbook, then drop that workbook.',
    ],
  },
  numbers: {
    fr: [
      'Ce fichier est un tableur Numbers d’Apple.',
      'Dans Numbers, choisissez Fichier › Exporter vers › Excel, puis déposez le fichier .xlsx.',
    ],
    en: [
      'This file is an Apple Numbers spreadsheet.',
      'In Numbers, choose File › Export To › Excel, then drop the .xlsx file.',
    ],
  },
  ole: {
    fr: ['Ce fichier est un ancien document Office, mais pas un classeur.', EXPORT.fr],
    en: ['This file is an old Office document, but not a workbook.', EXPORT.en],
  },
  binary: {
    fr: ['Ce fichier n’est ni du texte ni un classeur.', EXPORT.fr],
    en: ['This file is neither text nor a workbook.', EXPORT.en],
  },
};

/** `found`: what the file is by its content; `null` when there is nothing more precise to say of it. */
export function wrongKindText(found: string, language: Language): ErrorText | null {
  const [what, todo] = KINDS[found]?.[language] ?? [];
  return what !== undefined && todo !== undefined ? { what, todo } : null;
}
