import { label, nameOf, pageTop, say } from './draw-parts';
import type { Draft } from './draw-parts';
import { money } from './draw-parts';
import { PageWriter } from './page-writer';
import { printedSin } from './print-style';
import type { DrawnPage } from './shapes';
import { printedName } from './written-name';

/** Who pays, and what the person paid is called, slip by slip. */
const SLIPS = [
  {
    title: ['T4 – État de la rémunération payée', 'T4 – Statement of Remuneration Paid'],
    payer: ['Nom de l’employeur', 'Employer’s name'],
    owner: ['Nom et adresse de l’employé', 'Employee’s name and address'],
    box: '14',
  },
  {
    title: ['RL-1 – Revenus d’emploi et revenus divers', 'RL-1 – Employment and Other Income'],
    payer: ['Nom et adresse de l’employeur ou du payeur', 'Employer’s or payer’s name and address'],
    owner: ['Nom de famille, prénom et adresse du particulier', 'Individual’s last name, first name and address'],
    box: 'A',
  },
  {
    title: ['Relevé 3 – Revenus de placement', 'RL-3 – Investment Income'],
    payer: ['Nom du payeur', 'Payer’s name'],
    owner: ['Nom et adresse du bénéficiaire', 'Beneficiary’s name and address'],
    box: 'D',
  },
  {
    title: ['T5 – État des revenus de placement', 'T5 – Statement of Investment Income'],
    payer: ['Nom et adresse du payeur', 'Payer’s name and address'],
    owner: ['Nom et adresse du bénéficiaire', 'Recipient’s name and address'],
    box: '13',
  },
  {
    title: ['Reçu de cotisation à un REER', 'RRSP contribution receipt'],
    payer: ['Nom de l’émetteur', 'Issuer’s name'],
    owner: ['Nom du rentier', 'Annuitant’s name'],
    box: '1',
  },
  {
    title: ['T4A – État du revenu de pension, de retraite', 'T4A – Statement of Pension, Retirement, Annuity'],
    payer: ['Nom du payeur', 'Payer’s name'],
    owner: ['Nom et adresse du bénéficiaire', 'Recipient’s name and address'],
    box: '16',
  },
] as const;

const PAYERS = ['Les Aliments Boréal inc.', 'Caisse Desjardins du Fleuve', 'Groupe Nordet ltée', 'Ville de Lévis'];

/** A slip of the person's: the payer above or below, the SIN in a box of its own. */
export function slip(draft: Draft): DrawnPage {
  const { person, style, random } = draft;
  const kind = random.pick(SLIPS);
  const word = ([fr, en]: readonly [string, string]) => say(draft, fr, en);
  const writer = new PageWriter(style);
  if (random.next() < 0.5) pageTop(writer, draft, random.next() < 0.5);
  writer.line(word(kind.title)).line(say(draft, `Année ${draft.taxYear}`, `Year ${draft.taxYear}`));
  const payer = () => writer.cells([[word(kind.payer), random.pick(PAYERS)]]);
  const payerFirst = random.next() < 0.7;
  if (payerFirst) payer();
  if (draft.sin !== null) writer.cells([[label(draft, 'sin'), printedSin(draft.sin, style.sin)]]);
  writer.line(word(kind.owner));
  const reversed = `${printedName(person.last, style)}, ${printedName(person.first, style)}`;
  writer.line(random.next() < 0.5 ? reversed : nameOf(draft, person)).line(person.street);
  writer.line(`${person.city} ${person.province} ${person.postalCode}`);
  writer.cells([[`${say(draft, 'Case', 'Box')} ${kind.box}`, money(random.whole(900, 70_000))]]);
  if (!payerFirst) payer();
  return writer.done();
}
