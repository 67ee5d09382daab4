import type { FolderMarks } from '../core/envelopes/folder-marks';
import { LABEL_LETTERS, MOST_LABELS } from '../core/envelopes/read-folder-marks';
import type { FollowUpFault, LabelFault } from '../core/envelopes/read-folder-marks';
import type { Language } from '../core/language';

/** Enough of a label to know it again. */
const short = (label: string): string => `${label.slice(0, 30).trim()}…`;

/** Words of what the office marks its secure folders with; they come with the screens that show them. */
const FR = {
  labels: 'Étiquettes',
  labelsHint: 'Séparées par des virgules ; pour le bureau seul.',
  followUp: 'Suivi',
  followUpHint: 'GEM-BOOKS rappelle au bureau de faire le suivi ce jour-là. Vide : aucun suivi.',
  followUpByHand: 'Écrit dans la feuille de suivi et les rappels du paquet. Vide : aucun suivi.',
  followUpOn: (day: string) => `suivi le ${day}`,
  labelFault: (fault: LabelFault) =>
    fault.kind === 'too-long'
      ? `L’étiquette « ${short(fault.label)} » dépasse ${LABEL_LETTERS} caractères : raccourcissez-la.`
      : `${fault.count} étiquettes : ${MOST_LABELS} au plus.`,
  followUpFault: {
    'no-day': 'Cette date est incomplète ou n’existe pas : complétez-la, ou videz le champ.',
    past: 'Cette date est passée : choisissez aujourd’hui ou plus tard, ou videz le champ.',
  } satisfies Record<FollowUpFault, string>,
  toMend: 'Étiquettes ou suivi à corriger avant d’importer, dans le formulaire en haut.',
};

const EN: typeof FR = {
  labels: 'Labels',
  labelsHint: 'Separated by commas; for the office alone.',
  followUp: 'Follow-up',
  followUpHint: 'GEM-BOOKS reminds the office to follow up that day. Empty: no follow-up.',
  followUpByHand: 'Written in the follow-up sheet and the reminders of the package. Empty: no follow-up.',
  followUpOn: (day) => `follow up on ${day}`,
  labelFault: (fault) =>
    fault.kind === 'too-long'
      ? `The label “${short(fault.label)}” is over ${LABEL_LETTERS} characters: shorten it.`
      : `${fault.count} labels: at most ${MOST_LABELS}.`,
  followUpFault: {
    'no-day': 'This date is incomplete or does not exist: complete it, or clear the field.',
    past: 'This date is past: choose today or later, or clear the field.',
  },
  toMend: 'Labels or follow-up to correct before importing, in the form at the top.',
};

export const folderMarksText = (language: Language): typeof FR => (language === 'fr' ? FR : EN);

/** What a folder is marked with, one phrase each; none: nothing. */
export function folderMarkPhrases(
  { labels, followUpOn }: FolderMarks,
  language: Language,
  said: (label: string, value: string) => string,
): readonly string[] {
  const words = folderMarksText(language);
  return [
    ...(labels === undefined ? [] : [said(words.labels, labels.join(', '))]),
    ...(followUpOn === undefined ? [] : [words.followUpOn(followUpOn)]),
  ];
}
