import { PageWriter } from './page-writer';
import {
  formMark,
  identification,
  label,
  money,
  nameCells,
  nameOf,
  pageTop,
  say,
  sinCells,
  yearMark,
} from './draw-parts';
import type { Draft } from './draw-parts';
import { decoys } from './draw-decoys';
import { dependants, jointElection, transferred } from './draw-family';
import { slip } from './draw-slips';
import { printedSin } from './print-style';
import type { DrawnPage, OfficePerson } from './shapes';

const yy = (draft: Draft): string => String(draft.taxYear % 100);

function page(draft: Draft, first: boolean, write: (writer: PageWriter) => void): DrawnPage {
  const writer = new PageWriter(draft.style);
  pageTop(writer, draft, first);
  write(writer);
  if (draft.style.footer !== '') writer.foot(draft.style.footer);
  return writer.done();
}

/** Signature line of a one-person form. */
function signHere(writer: PageWriter, draft: Draft): void {
  writer.feed().line(say(draft, 'Signature du particulier', 'Signature of the individual'));
}

export function t183(draft: Draft): DrawnPage[] {
  const code = `T183 ${say(draft, 'F', 'E')} (${yy(draft)})`;
  const title = say(
    draft,
    'Déclaration de renseignements pour la transmission électronique d’une déclaration de revenus et de prestations d’un particulier',
    'Information Return for Electronic Filing of an Individual’s Income Tax and Benefit Return',
  );
  return [
    page(draft, true, (writer) => {
      formMark(writer, draft, code, title, true);
      yearMark(writer, draft);
      identification(writer, draft);
      writer.line(say(draft, 'Partie B – Montants', 'Part B – Amounts'));
      writer.line(`15000 ${money(42_000 + draft.refund)}`).line(`26000 ${money(40_100)}`);
      writer.line(`${draft.refund >= 0 ? '48400' : '48500'} ${money(draft.refund)}`);
      writer.line(`${say(draft, 'Partie C – Déclarant par voie électronique', 'Part C – Electronic filer')}`);
      writer.cells([[label(draft, 'preparer'), draft.preparer]]);
      decoys(writer, draft);
      signHere(writer, draft);
      formMark(writer, draft, code, title, false);
    }),
  ];
}

export function tp1000(draft: Draft): DrawnPage[] {
  const code = `TP-1000.TE${say(draft, '', '-V')} (${draft.taxYear}-10)`;
  const title = say(
    draft,
    'Transmission par Internet de la déclaration de revenus d’un particulier',
    'Online Filing of the Personal Income Tax Return by an Accredited Person',
  );
  const copies = draft.random.pick([1, 2]);
  return Array.from({ length: copies }, (_, index) =>
    page(draft, true, (writer) => {
      formMark(writer, draft, code, title, true);
      yearMark(writer, draft);
      const own = [...nameCells(draft, draft.person), ...sinCells(draft, draft.sin)];
      writer.cells(draft.style.sinFirst ? own.reverse() : own);
      writer.line(say(draft, `Copie ${index + 1}`, `Copy ${index + 1}`));
      decoys(writer, draft);
      signHere(writer, draft);
      formMark(writer, draft, code, title, false);
    }),
  );
}

const residence = (person: OfficePerson): string =>
  ({ QC: 'Québec', ON: 'Ontario', NB: 'Nouveau-Brunswick', AB: 'Alberta' })[person.yearEndProvince] ?? 'Québec';

/** First page of a return: the taxpayer, then the spouse and dependants, who rightly appear there. */
function returnPage(draft: Draft, code: string, title: string, federal: boolean): DrawnPage {
  const { person } = draft;
  return page(draft, true, (writer) => {
    formMark(writer, draft, code, title, true);
    yearMark(writer, draft);
    const spouse = person.spouse === null ? null : draft.find(person.spouse);
    const partner = person.separated ? null : spouse;
    const isBeside = draft.style.twoColumns && partner !== null;
    if (isBeside) besideSpouse(writer, draft, partner);
    else identification(writer, draft);
    if (federal && draft.random.next() < 0.3) {
      writer.line(say(draft, 'Cochez s’il s’agit d’une déclaration modifiée ☐', 'Tick if this is an amended return ☐'));
    }
    const status =
      spouse && !person.separated
        ? ['Marié(e)', 'Married']
        : person.separated
          ? ['Séparé(e)', 'Separated']
          : ['Célibataire', 'Single'];
    writer.cells([[say(draft, 'État civil', 'Marital status'), say(draft, status[0] ?? '', status[1] ?? '')]]);
    const label = federal
      ? say(
          draft,
          `Province ou territoire de résidence au 31 décembre ${draft.taxYear}`,
          `Province or territory of residence on December 31, ${draft.taxYear}`,
        )
      : say(draft, `Province de résidence au 31 décembre`, `Province of residence on December 31`);
    writer.cells([[label, residence(person)]]);
    if (partner && !isBeside) spouseBlock(writer, draft, partner);
    if (draft.random.next() < 0.15) dependants(writer, draft);
    decoys(writer, draft);
    writer.line(say(draft, 'Revenu total 15000', 'Total income 15000'));
    formMark(writer, draft, code, title, false);
  });
}

/** The spouse's number, whose label may or may not say whose it is. */
function spouseCells(draft: Draft, spouse: OfficePerson): (readonly [string, string])[] {
  const theirs = (text: string) => text.replace(/^(?:Votre|Your) /, '');
  const own = theirs(label(draft, 'sin'));
  const named = draft.random.next() < 0.5 ? say(draft, `${own} du conjoint`, `Spouse’s ${own}`) : own;
  return [
    ...nameCells(draft, spouse).map(([text, value]) => [theirs(text), value] as const),
    ...(spouse.sin ? [[named, printedSin(spouse.sin, draft.style.sin)] as const] : []),
  ];
}

export function spouseBlock(writer: PageWriter, draft: Draft, spouse: OfficePerson): void {
  writer.line(label(draft, 'spouse'));
  writer.cells(spouseCells(draft, spouse));
}

/** The taxpayer on the left, the spouse on the right. */
function besideSpouse(writer: PageWriter, draft: Draft, spouse: OfficePerson): void {
  const { person } = draft;
  writer.columns(
    {
      heading: draft.random.pick([
        label(draft, 'identification'),
        say(draft, 'Contribuable', 'Taxpayer'),
        say(draft, 'Vous', 'You'),
        say(draft, 'Particulier', 'Individual'),
      ]),
      cells: [
        ...nameCells(draft, person),
        ...sinCells(draft, draft.sin),
        [label(draft, 'city'), `${person.city} ${person.postalCode}`],
      ],
    },
    {
      heading: draft.random.pick([label(draft, 'spouse'), say(draft, 'Conjoint', 'Spouse')]),
      cells: spouseCells(draft, spouse),
    },
  );
}

function t778(draft: Draft): DrawnPage {
  const provider = draft.find('provider');
  return page(draft, false, (writer) => {
    writer.line(say(draft, 'T778 – Déduction pour frais de garde d’enfants', 'T778 – Child Care Expenses Deduction'));
    writer.line(say(draft, 'Partie A – Total des frais de garde', 'Part A – Total child care expenses'));
    writer.row([
      [draft.style.margin, say(draft, 'Nom de la gardienne ou du gardien', 'Name of the child care provider')],
      [draft.style.page[0] - 230, say(draft, 'Numéro d’assurance sociale', 'Social insurance number')],
    ]);
    writer.row([
      [draft.style.margin, nameOf(draft, provider)],
      [draft.style.page[0] - 230, printedSin(provider.sin ?? '', draft.style.sin)],
    ]);
  });
}

function support(draft: Draft): DrawnPage {
  const recipient = draft.find('recipient');
  return page(draft, false, (writer) => {
    writer.line(say(draft, 'Pension alimentaire versée (ligne 22000)', 'Support payments made (line 22000)'));
    writer.cells([
      [say(draft, 'Nom du bénéficiaire de la pension', 'Name of the recipient'), nameOf(draft, recipient)],
      [say(draft, 'NAS du bénéficiaire', 'Recipient’s SIN'), printedSin(recipient.sin ?? '', draft.style.sin)],
    ]);
  });
}

function signingPage(draft: Draft): DrawnPage {
  return page(draft, false, (writer) => {
    writer.line(
      say(
        draft,
        'Je certifie que les renseignements fournis dans cette déclaration sont exacts',
        'I certify that the information given on this return is correct',
      ),
    );
    writer.line(say(draft, 'Signez ici', 'Sign here')).cells([[label(draft, 'preparer'), draft.preparer]]);
  });
}

export function t1(draft: Draft): DrawnPage[] {
  const code = `${draft.person.yearEndProvince === 'ON' ? '5006-R' : '5005-R'} ${say(draft, 'F', 'E')} (${yy(draft)})`;
  const title = say(draft, 'Déclaration de revenus et de prestations', 'Income Tax and Benefit Return');
  const { random } = draft;
  return [
    returnPage(draft, code, title, true),
    ...(random.next() < 0.12 ? [t778(draft)] : []),
    ...(random.next() < 0.08 ? [support(draft)] : []),
    ...(random.next() < 0.08 ? [transferred(draft)] : []),
    ...(random.next() < 0.15 ? [jointElection(draft)] : []).flatMap((it) => it ?? []),
    ...(random.next() < 0.15 ? [slip(draft)] : []),
    signingPage(draft),
  ];
}

export function tp1(draft: Draft): DrawnPage[] {
  const code = `TP-1.D${say(draft, '', '-V')} (${draft.taxYear}-12)`;
  const title = say(draft, `Déclaration de revenus ${draft.taxYear}`, `${draft.taxYear} Income Tax Return`);
  return [
    returnPage(draft, code, title, false),
    ...(draft.random.next() < 0.15 ? [slip(draft)] : []),
    signingPage(draft),
  ];
}

export function t1135(draft: Draft): DrawnPage[] {
  const code = `T1135 ${say(draft, 'F', 'E')} (${yy(draft)})`;
  const title = say(draft, 'Bilan de vérification du revenu étranger', 'Foreign Income Verification Statement');
  return [
    page(draft, true, (writer) => {
      formMark(writer, draft, code, title, true);
      yearMark(writer, draft);
      identification(writer, draft);
      decoys(writer, draft);
      formMark(writer, draft, code, title, false);
    }),
  ];
}

export function letter(draft: Draft, kind: 'ENGAGEMENT' | 'CLIENT-LETTER'): DrawnPage[] {
  const { person } = draft;
  return [
    page(draft, true, (writer) => {
      writer
        .feed(2)
        .line(nameOf(draft, person))
        .line(person.street)
        .line(`${person.city} (${person.province})  ${person.postalCode}`);
      writer
        .feed()
        .line(
          kind === 'ENGAGEMENT'
            ? say(draft, 'Lettre de mission', 'Engagement letter')
            : say(draft, 'Votre déclaration de revenus', 'Your income tax return'),
        );
      writer.line(say(draft, `Année d’imposition ${draft.taxYear}`, `Tax year ${draft.taxYear}`));
      writer.line(
        say(draft, 'Veuillez trouver ci-joint les documents suivants.', 'Please find the following enclosed.'),
      );
      writer.feed().line(draft.preparer);
    }),
  ];
}
