import type { Language } from '../core/language';

/** What to export from the tax software, and how: it comes with the screens that ask for a file. */
const FR = {
  title: 'Quoi exporter, et comment',
  sure: 'Les étapes dépendent de la version du logiciel et n’ont pas été vérifiées dans chacune.',
  'dt-max': [
    'Affichez la liste des clients, puis choisissez-en les colonnes : numéro de client, nom, prénom, NAS, lien familial, date de naissance, adresse, courriel, langue et comptable.',
    'Exportez la liste en fichier .csv, avec la ligne d’en-tête. Particuliers et entreprises se font en deux fichiers.',
    'Les lignes vides du conjoint et des personnes à charge reprennent le nom et l’adresse du chef de famille : ne les remplissez pas.',
  ],
  taxprep: [
    'Affichez la liste des clients (ou les contacts), avec le code, le nom, le prénom, le NAS ou le NE, l’adresse, le courriel, la langue et la personne assignée.',
    'Exportez-la en classeur .xlsx. Le .csv d’une seule déclaration T2 n’est pas une liste de clients.',
  ],
  example: 'Télécharger l’exemple fictif',
  documents: [
    'Produisez les déclarations et les formulaires en PDF depuis DT Max ou Taxprep : un PDF par formulaire ou un PDF par client, les deux conviennent.',
    'Gardez dans le nom de chaque fichier ce qui désigne le client : NAS, numéro de client ou nom complet. « Nomenclatures », dans l’aperçu, montre ce qui en est lu.',
    'Déposez-les tels quels : un .zip, des PDF ou tout un dossier. Les pages de notes internes restent au bureau.',
  ],
};

const EN: typeof FR = {
  title: 'What to export, and how',
  sure: 'The steps depend on the version of the software and were not checked in each.',
  'dt-max': [
    'Open the client list and choose its columns: client number, last name, first name, SIN, family relation, birth date, address, e-mail, language and accountant.',
    'Export the list as a .csv file, with its header row. Individuals and corporations go in two files.',
    'Blank cells of a spouse or a dependant take the name and address of the head of the family: leave them blank.',
  ],
  taxprep: [
    'Open the client list (or the contacts) with the code, last name, first name, SIN or BN, address, e-mail, language and assignee.',
    'Export it as an .xlsx workbook. The .csv of a single T2 return is not a client list.',
  ],
  example: 'Download the fictitious example',
  documents: [
    'Produce returns and forms as PDF from DT Max or Taxprep: one PDF per form or one PDF per client, both will do.',
    'Keep in each file name what tells the client: SIN, client number or full name. “Namings”, in the preview, shows what is read of it.',
    'Drop them as they are: a .zip, PDFs or a whole folder. Pages of internal notes stay at the office.',
  ],
};

export const exportHelpText = (language: Language): typeof FR => (language === 'fr' ? FR : EN);
