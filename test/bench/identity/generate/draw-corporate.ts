import { formMark, nameOf, pageTop, say } from './draw-parts';
import type { Draft } from './draw-parts';
import { PageWriter } from './page-writer';
import { printedSin } from './print-style';
import { printedName } from './written-name';
import type { DrawnPage } from './shapes';

const yy = (draft: Draft): string => String(draft.taxYear % 100);

function page(draft: Draft, first: boolean, write: (writer: PageWriter) => void): DrawnPage {
  const writer = new PageWriter(draft.style);
  pageTop(writer, draft, first);
  write(writer);
  return writer.done();
}

function printedBn(draft: Draft): string {
  const bn = draft.person.businessNumber ?? '';
  return draft.style.sin === 'spaced' ? `${bn.slice(0, 3)} ${bn.slice(3, 6)} ${bn.slice(6)} RC 0001` : `${bn} RC0001`;
}

/** First day of the twelve months that end on `periodEnd`. */
function periodStart(periodEnd: string): string {
  const end = new Date(`${periodEnd}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() - 1);
  end.setUTCDate(end.getUTCDate() + 1);
  return end.toISOString().slice(0, 10);
}

function companyCells(writer: PageWriter, draft: Draft): void {
  const { person } = draft;
  writer.cells([
    [say(draft, 'Nom de la société', 'Corporation’s name'), person.last],
    [say(draft, 'Numéro d’entreprise (NE)', 'Business number (BN)'), printedBn(draft)],
  ]);
  const start = [say(draft, 'Début de l’année d’imposition', 'Tax year start'), periodStart(draft.periodEnd)] as const;
  const end = [say(draft, 'Fin de l’année d’imposition', 'Tax year-end'), draft.periodEnd] as const;
  writer.cells([start, end]);
  writer.cells([
    [say(draft, 'Adresse', 'Address'), `${person.street} ${person.city} ${person.province} ${person.postalCode}`],
  ]);
}

function officerPage(draft: Draft): DrawnPage {
  const officer = draft.find(draft.person.officer ?? '');
  return page(draft, false, (writer) => {
    writer.line(say(draft, 'Attestation', 'Certification'));
    writer.cells([
      [say(draft, 'Nom de famille', 'Last name'), printedName(officer.last, draft.style)],
      [say(draft, 'Prénom', 'First name'), printedName(officer.first, draft.style)],
      [say(draft, 'Poste, fonction ou titre', 'Position, office or rank'), say(draft, 'Président', 'President')],
    ]);
    writer.line(
      say(
        draft,
        'Je suis un signataire autorisé de la société et j’atteste que cette déclaration est exacte',
        'I am an authorized signing officer of the corporation and certify that this return is correct',
      ),
    );
  });
}

/** Shareholders: the owner-manager's SIN, and others', rightly there. */
function schedule50(draft: Draft): DrawnPage {
  const holders = [draft.person.officer ?? '', 'holder'].map((key) => draft.find(key));
  const x = draft.style.margin;
  const columns = [x, x + 200, x + 330] as const;
  return page(draft, false, (writer) => {
    writer.line(say(draft, 'Annexe 50 – Renseignements sur les actionnaires', 'Schedule 50 – Shareholder Information'));
    writer.row([
      [columns[0], say(draft, 'Nom de l’actionnaire', 'Name of shareholder')],
      [columns[1], say(draft, 'Numéro d’assurance sociale', 'Social insurance number')],
      [columns[2], say(draft, 'Pourcentage', 'Percentage')],
    ]);
    for (const holder of holders) {
      writer.row([
        [columns[0], nameOf(draft, holder)],
        [columns[1], printedSin(holder.sin ?? '', draft.style.sin)],
        [columns[2], '50.000'],
      ]);
    }
  });
}

export function t2(draft: Draft): DrawnPage[] {
  const code = `T2 ${say(draft, 'F', 'E')} (${yy(draft)})`;
  const title = say(draft, 'T2 – Déclaration de revenus des sociétés', 'T2 Corporation Income Tax Return');
  return [
    page(draft, true, (writer) => {
      formMark(writer, draft, code, title, true);
      companyCells(writer, draft);
      formMark(writer, draft, code, title, false);
    }),
    schedule50(draft),
    officerPage(draft),
  ];
}

function oneCompanyPage(draft: Draft, code: string, title: string): DrawnPage[] {
  const officer = draft.find(draft.person.officer ?? '');
  return [
    page(draft, true, (writer) => {
      formMark(writer, draft, code, title, true);
      companyCells(writer, draft);
      writer.cells([
        [say(draft, 'Nom du signataire autorisé', 'Name of the authorized signing officer'), nameOf(draft, officer)],
      ]);
      formMark(writer, draft, code, title, false);
    }),
  ];
}

export const t183corp = (draft: Draft): DrawnPage[] =>
  oneCompanyPage(
    draft,
    `T183 CORP ${say(draft, 'F', 'E')} (${yy(draft)})`,
    say(
      draft,
      'Déclaration pour les sociétés qui produisent par voie électronique',
      'Information Return for Corporations Filing Electronically',
    ),
  );

export const co1000 = (draft: Draft): DrawnPage[] =>
  oneCompanyPage(
    draft,
    `CO-1000.TE${say(draft, '', '-V')} (${draft.taxYear}-10)`,
    say(
      draft,
      'Transmission par Internet de la déclaration de revenus d’une société',
      'Online Filing of the Corporation Income Tax Return by an Accredited Person',
    ),
  );

export const co17 = (draft: Draft): DrawnPage[] =>
  oneCompanyPage(
    draft,
    `CO-17${say(draft, '', '-V')} (${draft.taxYear}-10)`,
    say(draft, 'Déclaration de revenus des sociétés', 'Corporation Income Tax Return'),
  );

function trustCells(writer: PageWriter, draft: Draft): void {
  const { person } = draft;
  writer.cells([
    [say(draft, 'Nom de la fiducie', 'Name of trust'), person.last],
    [say(draft, 'Numéro de compte de fiducie', 'Trust account number'), `T${(person.number ?? '').padStart(8, '4')}`],
    [say(draft, 'Nom du fiduciaire', 'Name of trustee'), nameOf(draft, draft.find(person.officer ?? ''))],
  ]);
  writer.cells([[say(draft, 'Fin de l’année d’imposition', 'Tax year-end'), draft.periodEnd]]);
  writer.cells([
    [say(draft, 'Adresse', 'Address'), `${person.street} ${person.city} ${person.province} ${person.postalCode}`],
  ]);
}

export function t3(draft: Draft): DrawnPage[] {
  const code = `T3RET ${say(draft, 'F', 'E')} (${yy(draft)})`;
  const title = say(draft, 'T3 Déclaration de fiducie', 'T3 Trust Income Tax and Information Return');
  const beneficiaries = ['holder', 'recipient'].map((key) => draft.find(key));
  return [
    page(draft, true, (writer) => {
      formMark(writer, draft, code, title, true);
      trustCells(writer, draft);
      writer.foot(code);
    }),
    page(draft, false, (writer) => {
      writer.line(
        say(
          draft,
          'Annexe 9 – Revenus attribués aux bénéficiaires',
          'Schedule 9 – Income Allocations to Beneficiaries',
        ),
      );
      for (const person of beneficiaries) {
        writer.row([
          [draft.style.margin, nameOf(draft, person)],
          [draft.style.page[0] - 260, `${say(draft, 'NAS', 'SIN')} ${printedSin(person.sin ?? '', draft.style.sin)}`],
        ]);
      }
    }),
  ];
}

export const t183trust = (draft: Draft): DrawnPage[] => [
  page(draft, true, (writer) => {
    const code = `T183 TRUST ${say(draft, 'F', 'E')} (${yy(draft)})`;
    formMark(
      writer,
      draft,
      code,
      say(
        draft,
        'Transmission électronique d’une déclaration de fiducie',
        'Information Return for the Electronic Filing of a Trust Return',
      ),
      true,
    );
    trustCells(writer, draft);
    writer.foot(code);
  }),
];
