import { luhnCheckDigit } from '../../../fixtures/generate/fictitious-sin';
import { say } from './draw-parts';
import type { Draft } from './draw-parts';
import type { PageWriter } from './page-writer';

const digits = (draft: Draft, count: number): string =>
  Array.from({ length: count }, () => String(draft.random.whole(0, 9))).join('');

/** Nine digits that pass the check of a SIN, and are none: an account, a confirmation, a file number. */
function lookalike(draft: Draft): string {
  const eight = `${draft.random.whole(1, 9)}${digits(draft, 7)}`;
  return eight + luhnCheckDigit(eight);
}

const grouped = (nine: string): string => `${nine.slice(0, 3)} ${nine.slice(3, 6)} ${nine.slice(6)}`;

/** What stands on forms beside whom they are of: numbers that are nobody's SIN, some of which look like one. */
const DECOYS: readonly ((draft: Draft) => readonly [label: string, value: string])[] = [
  (draft) => [say(draft, 'Numéro de confirmation', 'Confirmation number'), lookalike(draft)],
  (draft) => [say(draft, 'Numéro de contrôle du document', 'Document control number'), lookalike(draft)],
  (draft) => [say(draft, 'Numéro de compte bancaire', 'Bank account number'), lookalike(draft)],
  (draft) => [say(draft, 'Compte de dépôt direct', 'Direct deposit account'), `*****${digits(draft, 4)}`],
  (draft) => [say(draft, 'Numéro de compte', 'Account number'), grouped(lookalike(draft))],
  (draft) => [say(draft, 'Numéro de dossier du cabinet', 'Firm’s file number'), lookalike(draft)],
  (draft) => [say(draft, 'Numéro de référence', 'Reference number'), grouped(lookalike(draft))],
  (draft) => [
    say(draft, 'Numéro du déclarant (TED)', 'EFILE number'),
    `${draft.random.pick(['A', 'K', 'Q'])}${digits(draft, 4)}`,
  ],
  (draft) => [say(draft, 'NE du préparateur', 'Preparer’s BN'), `${lookalike(draft)} RP0001`],
  (draft) => [say(draft, 'Téléphone', 'Telephone'), `418 ${digits(draft, 3)}-${digits(draft, 4)}`],
  (draft) => [say(draft, 'Télécopieur', 'Fax'), `(514) ${digits(draft, 3)} ${digits(draft, 4)}`],
  (draft) => [
    say(draft, 'Date de naissance', 'Date of birth'),
    `19${digits(draft, 2)}-0${draft.random.whole(1, 9)}-1${draft.random.whole(0, 9)}`,
  ],
  (draft) => [
    say(draft, 'Numéro d’identification (Revenu Québec)', 'Identification number (Revenu Québec)'),
    `${draft.random.whole(1, 9)}${digits(draft, 9)} IC 0001`,
  ],
];

/** One to three of them, on some pages. */
export function decoys(writer: PageWriter, draft: Draft): void {
  const { random } = draft;
  if (random.next() < 0.45) return;
  const from = random.whole(0, DECOYS.length - 1);
  const many = random.whole(1, 3);
  writer.cells(
    Array.from({ length: many }, (_, index) => DECOYS[(from + index * 5) % DECOYS.length]).flatMap((decoy) =>
      decoy ? [decoy(draft)] : [],
    ),
  );
}
