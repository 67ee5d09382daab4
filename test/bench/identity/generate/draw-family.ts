import { label, nameCells, nameOf, pageTop, say } from './draw-parts';
import type { Draft } from './draw-parts';
import { PageWriter } from './page-writer';
import { printedSin } from './print-style';
import type { DrawnPage } from './shapes';

/** Dependants, rightly on a return: a heading and a table, or cells. */
export function dependants(writer: PageWriter, draft: Draft): void {
  const { style, random } = draft;
  const child = draft.find('child');
  writer.line(
    random.pick([
      say(draft, 'Personnes à charge', 'Dependants'),
      say(draft, 'Renseignements sur vos enfants', 'Information about your children'),
      say(draft, 'Enfants à charge', 'Dependent children'),
      say(draft, 'Annexe 5 – Montants pour personnes à charge', 'Schedule 5 – Amounts for dependants'),
    ]),
  );
  const sin = printedSin(child.sin ?? '', style.sin);
  if (random.next() < 0.5) {
    writer.row([
      [style.margin, say(draft, 'Nom de l’enfant', 'Child’s name')],
      [
        style.margin + 190,
        label(draft, 'sin')
          .replace(/^(?:Votre|Your) /, '')
          .slice(0, 26),
      ],
      [style.margin + 360, say(draft, 'Lien', 'Relationship')],
    ]);
    writer.row([
      [style.margin, nameOf(draft, child)],
      [style.margin + 190, sin],
      [style.margin + 360, say(draft, 'fils', 'son')],
    ]);
  } else writer.cells([...nameCells(draft, child), [say(draft, 'NAS de l’enfant', 'Child’s SIN'), sin]]);
}

/** Joint election to split pension income (T1032): both spouses are its taxpayers, whoever's return it is in. */
export function jointElection(draft: Draft): DrawnPage | null {
  const { person, style, random, find } = draft;
  if (person.spouse === null || person.separated) return null;
  const spouse = find(person.spouse);
  const mine = { ...person, sin: draft.sin };
  const [pensioner, transferee] = random.next() < 0.5 ? [mine, spouse] : [spouse, mine];
  const writer = new PageWriter(style);
  pageTop(writer, draft, true);
  writer.line(
    say(
      draft,
      'T1032 – Choix conjoint visant le fractionnement du revenu de pension',
      'T1032 – Joint Election to Split Pension Income',
    ),
  );
  const block = (heading: string, who: typeof mine) => {
    writer.line(heading).cells([...nameCells(draft, who), [label(draft, 'sin'), printedSin(who.sin ?? '', style.sin)]]);
  };
  block(say(draft, 'Étape 1 – Identification : pensionné', 'Step 1 – Identification: pensioner'), pensioner);
  block(
    say(draft, 'Époux ou conjoint de fait bénéficiaire', 'Pension transferee (spouse or common-law partner)'),
    transferee,
  );
  return writer.done();
}

/** A tuition transfer or medical claim: somebody of the family, in a table whose columns lie far apart. */
export function transferred(draft: Draft): DrawnPage {
  const { style, random } = draft;
  const child = draft.find('child');
  const writer = new PageWriter(style);
  pageTop(writer, draft, false);
  writer.line(
    random.pick([
      say(
        draft,
        'Annexe 11 – Frais de scolarité transférés par un enfant',
        'Schedule 11 – Tuition transferred from a child',
      ),
      say(draft, 'Frais médicaux d’autres personnes à charge', 'Medical expenses for other dependants'),
    ]),
  );
  writer.row([
    [style.margin, say(draft, 'Nom de la personne', 'Name of person')],
    [style.page[0] - 230, say(draft, 'Numéro d’assurance sociale', 'Social insurance number')],
  ]);
  writer.row([
    [style.margin, nameOf(draft, child)],
    [style.page[0] - 230, printedSin(child.sin ?? '', style.sin)],
  ]);
  return writer.done();
}
