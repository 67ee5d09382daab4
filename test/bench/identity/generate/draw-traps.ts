import { nameCells, nameOf, pageTop, say, sinCells } from './draw-parts';
import type { Draft } from './draw-parts';
import { PageWriter } from './page-writer';
import type { DrawnPage } from './shapes';

/** A page that the software prints for the office alone. */
export function internalPage(draft: Draft): DrawnPage {
  const writer = new PageWriter(draft.style);
  pageTop(writer, draft, false);
  const title = draft.random.pick(['Notes Summary', 'Sommaire des notes', 'Notes internes', 'Internal notes']);
  writer.line(title).line(nameOf(draft, draft.person));
  writer.line(
    say(draft, 'Vérifier les dépenses de bureau avant transmission.', 'Check office expenses before filing.'),
  );
  return writer.done();
}

/** A child-care schedule whose own taxpayer is named at its top: exempt for its providers, not for a stranger's schedule. */
export function strangerSchedule(draft: Draft): DrawnPage {
  const { person, style } = draft;
  const writer = new PageWriter(style);
  writer.line(say(draft, 'T778 – Déduction pour frais de garde d’enfants', 'T778 – Child Care Expenses Deduction'));
  writer.cells([...nameCells(draft, person), ...sinCells(draft, person.sin)]);
  writer.line(say(draft, 'Partie A – Total des frais de garde', 'Part A – Total child care expenses'));
  writer.row([
    [style.margin, say(draft, 'Nom de la gardienne ou du gardien', 'Name of the child care provider')],
    [style.page[0] - 230, say(draft, 'Montant', 'Amount')],
  ]);
  return writer.done();
}
