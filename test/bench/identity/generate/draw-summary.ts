import { label, nameOf, pageTop, say } from './draw-parts';
import type { Draft } from './draw-parts';
import { PageWriter } from './page-writer';
import { printedSin } from './print-style';
import type { DrawnPage, OfficePerson } from './shapes';

const PROVINCES: Readonly<Record<string, string>> = { QC: 'Québec', ON: 'Ontario', NB: 'Nouveau-Brunswick' };

/** DT Max's « Sommaire principal »: the person, or the two of a couple in columns, with their results. */
export function mainSummary(draft: Draft): DrawnPage {
  const { person, style } = draft;
  const spouse = partnerOf(draft);
  const writer = new PageWriter(style);
  pageTop(writer, draft, true);
  writer.line(say(draft, 'Sommaire principal', 'Main summary'));
  const people = spouse === null ? [person] : [person, spouse];
  const columns = people.map((_, index) => style.margin + 150 + index * 170);
  const row = (text: string, values: readonly string[]) =>
    writer.row([[style.margin, text], ...values.map((value, index) => [columns[index] ?? 0, value] as const)]);
  if (spouse !== null) row('', [say(draft, 'Particulier', 'Taxpayer'), say(draft, 'Conjoint', 'Spouse')]);
  row(
    say(draft, 'Nom', 'Name'),
    people.map((it) => nameOf(draft, it)),
  );
  row(
    say(draft, 'Numéro de client', 'Client number'),
    people.map(({ number }) => number ?? ''),
  );
  row(
    label(draft, 'sin').slice(0, 26),
    people.map((it, index) => printedSin((index === 0 ? draft.sin : it.sin) ?? '', style.sin)),
  );
  row(
    say(draft, 'Date de naissance', 'Date of birth'),
    people.map(({ birthDate }) => birthDate ?? ''),
  );
  row(
    say(draft, 'Province de résidence', 'Province of residence'),
    people.map(({ yearEndProvince }) => PROVINCES[yearEndProvince] ?? 'Québec'),
  );
  row(say(draft, 'Adresse', 'Address'), [`${person.street}, ${person.city} ${person.province} ${person.postalCode}`]);
  const amounts = () => people.map(() => `${draft.random.whole(-900, 900)}`);
  row(say(draft, 'Remboursement (solde dû) fédéral', 'Federal refund (balance)').slice(0, 24), amounts());
  row(say(draft, 'Remboursement (solde dû) Québec', 'Quebec refund (balance)').slice(0, 24), amounts());
  return writer.done();
}

/** « Sommaire comparatif »: line numbers and whole dollars, of a couple in three columns. */
export function comparativeSummary(draft: Draft): DrawnPage {
  const { style, random } = draft;
  const writer = new PageWriter(style);
  pageTop(writer, draft, false);
  writer.line(say(draft, 'Sommaire comparatif - T1', 'Comparative summary - T1'));
  const [one, two, three] = [style.margin + 220, style.margin + 310, style.margin + 400];
  const couple = partnerOf(draft) !== null;
  if (couple) {
    writer.row([
      [one, say(draft, 'Particulier', 'Taxpayer')],
      [two, say(draft, 'Conjoint', 'Spouse')],
      [three, say(draft, 'Total pour le couple', 'Total for the couple')],
    ]);
  } else writer.row([one, two, three].map((x, index) => [x, String(draft.taxYear - index)] as const));
  for (const line of ['15000', '23600', '26000', '35000', '43700']) {
    const [a, b] = [random.whole(120, 480), random.whole(120, 480)];
    writer.row([
      [style.margin, `${line} ${say(draft, 'Revenu', 'Income')}`],
      [one, String(a)],
      [two, String(b)],
      [three, String(a + b)],
    ]);
  }
  return writer.done();
}

const partnerOf = ({ person, find }: Draft): OfficePerson | null =>
  person.spouse === null || person.separated ? null : find(person.spouse);
