import type { LayoutSource, SurveyedLayout } from '../core/forms/survey-layouts';
import type { LabelWhat } from '../core/forms/label-places';
import type { ShiftProposal } from '../core/forms/propose-shift';
import type { TrialVerdict } from '../core/forms/try-layout';
import type { Language } from '../core/language';
import { counted, formatNumber, listed } from './format';
import { messagesFor } from './messages';

/** Words of the coordinate workbench alone: they come with its screen. */
const FR = {
  title: 'Établi des positions',
  lead: 'Déposez un formulaire, vierge ou rempli : chaque gabarit connu se dessine sur ses pages. Rien n’en est conservé ni envoyé.',
  back: 'Retour aux configurations',
  file: 'Formulaire, vierge ou rempli',
  filePrompt: 'Déposez un PDF, ou cliquez pour choisir',
  change: 'Changer',
  reading: 'Lecture du formulaire…',
  unrecognised: 'Aucun formulaire reconnu dans ce PDF : choisissez-le.',
  form: 'Formulaire',
  year: 'Année',
  layouts: 'Gabarits connus',
  noLayouts: 'Aucun gabarit connu pour ce formulaire : placez les champs à la main.',
  show: (letter: string, name: string) => `Afficher ${letter} : ${name}`,
  labels: 'Texte du formulaire',
  table: (years: string, print: string) => `Gabarit du produit ${years} (${print})`,
  office: (year: number, dtMax: boolean) => `Gabarit du bureau ${year} (${dtMax ? 'DT Max' : 'autre impression'})`,
  disputed: 'Sources en désaccord : ne place rien',
  otherSize: (width: number, height: number) => `Autre format de page : ${width} × ${height} points`,
  nothing: 'Rien à dessiner : ni ses repères ni ses pages ne sont dans ce PDF.',
  offset: (points: string) => `Repères à ${points} de ce gabarit`,
  noLabel: 'Aucun repère à comparer',
  moves: 'Écart par repère',
  move: (what: string, page: number, dx: string, dy: string) => `${what}, page ${page} : ${dx} → ${dy} ↑`,
  what: {
    signature: 'Signature',
    date: 'Date',
    hh: 'HH',
    mm: 'MM',
    ss: 'SS',
    all: 'Heure',
  } satisfies Record<LabelWhat, string>,
  points: (n: number, text: string) => `${text} ${Math.abs(n) < 2 ? 'point' : 'points'}`,
  start: 'Partir de ce gabarit',
  startOf: (letter: string) => `Partir de ce gabarit (${letter})`,
  shift: 'Proposer le décalage',
  shiftOf: (letter: string) => `Proposer le décalage du gabarit ${letter}`,
  shifted: (dx: string, dy: string, labels: string, spread: string) =>
    `Décalage proposé : ${dx} vers la droite, ${dy} vers le haut, selon ${labels} ; le plus éloigné est à ${spread} près. Vérifiez sur la page.`,
  noShift: 'Aucun décalage proposé : ce formulaire ne montre aucun repère que ce gabarit connaisse.',
  apart: (labels: string, spread: string) =>
    `Aucun décalage proposé : ${labels} ne s’accordent pas (écart de ${spread}). Le formulaire a été redessiné ; placez les champs à la main.`,
  label: (n: number) => counted('fr', n, 'repère', 'repères'),
  page: 'Page du formulaire et champs à signer',
  moving: 'Champs à placer',
  moveAll: 'Déplacer tous les champs d’un point',
  direction: { left: 'Vers la gauche', right: 'Vers la droite', up: 'Vers le haut', down: 'Vers le bas' },
  keep: 'Garder comme gabarit du bureau',
  keepHint: (form: string, year: number) =>
    `Vaudra pour chaque document « ${form} » ${year} de même impression, dès le prochain aperçu.`,
  kept: 'Gabarit du bureau gardé.',
  try: 'Essayer sur un lot',
  tryHint: 'Les champs placés sur la page, sur les documents d’un ZIP ou sur des PDF. Rien n’est envoyé.',
  tryFiles: 'Documents à essayer',
  tryPrompt: 'Déposez un ZIP ou des PDF',
  trying: (done: number, total: number) => `${done} sur ${total}`,
  agreeing: (n: number, total: number) =>
    `${counted('fr', n, 'document', 'documents')} sur ${total} : les champs y tombent au bon endroit.`,
  document: 'Document',
  verdictTitle: 'Résultat',
  repere: 'Repère',
  distance: 'Écart',
  falls: 'Signature',
  fallsAt: (page: number, left: number, top: number) => `page ${page}, ${left} × ${top}`,
  foundLabel: 'trouvé',
  noFoundLabel: 'absent',
  verdict: {
    agrees: 'Au bon endroit',
    moved: 'Repère déplacé',
    'no-label': 'Repère introuvable',
    'other-form': 'Autre document',
    'other-year': 'Autre année',
    'other-print': 'Autre impression',
  } satisfies Record<TrialVerdict, string>,
  unreadable: 'Illisible',
  see: (name: string) => `Voir la page : ${name}`,
  seen: (name: string) => `Document essayé : ${name}`,
  backToForm: 'Revenir au formulaire',
};

const EN: typeof FR = {
  title: 'Position workbench',
  lead: 'Drop a form, blank or filled: every known layout is drawn over its pages. Nothing of it is kept or sent.',
  back: 'Back to settings',
  file: 'Form, blank or filled',
  filePrompt: 'Drop a PDF, or click to choose',
  change: 'Change',
  reading: 'Reading the form…',
  unrecognised: 'No form was recognised in this PDF: choose it.',
  form: 'Form',
  year: 'Year',
  layouts: 'Known layouts',
  noLayouts: 'No layout is known for this form: place the fields by hand.',
  show: (letter, name) => `Show ${letter}: ${name}`,
  labels: 'Text of the form',
  table: (years, print) => `Product layout ${years} (${print})`,
  office: (year, dtMax) => `Office layout ${year} (${dtMax ? 'DT Max' : 'another print'})`,
  disputed: 'Sources disagree: places nothing',
  otherSize: (width, height) => `Another page size: ${width} × ${height} points`,
  nothing: 'Nothing to draw: neither its labels nor its pages are in this PDF.',
  offset: (points) => `Labels ${points} from this layout`,
  noLabel: 'No label to compare',
  moves: 'Difference by label',
  move: (what, page, dx, dy) => `${what}, page ${page}: ${dx} → ${dy} ↑`,
  what: { signature: 'Signature', date: 'Date', hh: 'HH', mm: 'MM', ss: 'SS', all: 'Time' },
  points: (n, text) => `${text} ${Math.abs(n) === 1 ? 'point' : 'points'}`,
  start: 'Start from this layout',
  startOf: (letter) => `Start from this layout (${letter})`,
  shift: 'Propose the shift',
  shiftOf: (letter) => `Propose the shift of layout ${letter}`,
  shifted: (dx, dy, labels, spread) =>
    `Proposed shift: ${dx} to the right, ${dy} up, by ${labels}; the furthest is within ${spread}. Check it on the page.`,
  noShift: 'No shift proposed: this form shows no label that this layout knows.',
  apart: (labels, spread) =>
    `No shift proposed: ${labels} disagree (by ${spread}). The form was laid out anew; place the fields by hand.`,
  label: (n) => counted('en', n, 'label', 'labels'),
  page: 'Page of the form and fields to sign',
  moving: 'Fields to place',
  moveAll: 'Move all fields by one point',
  direction: { left: 'Left', right: 'Right', up: 'Up', down: 'Down' },
  keep: 'Keep as office layout',
  keepHint: (form, year) =>
    `Will hold for every “${form}” ${year} document of the same print, from the next preview on.`,
  kept: 'Office layout kept.',
  try: 'Try on a batch',
  tryHint: 'The fields placed on the page, on the documents of a ZIP or on PDFs. Nothing is sent.',
  tryFiles: 'Documents to try',
  tryPrompt: 'Drop a ZIP or PDFs',
  trying: (done, total) => `${done} of ${total}`,
  agreeing: (n, total) =>
    `${counted('en', n, 'document', 'documents')} of ${total}: the fields fall in the right place.`,
  document: 'Document',
  verdictTitle: 'Result',
  repere: 'Label',
  distance: 'Difference',
  falls: 'Signature',
  fallsAt: (page, left, top) => `page ${page}, ${left} × ${top}`,
  foundLabel: 'found',
  noFoundLabel: 'absent',
  verdict: {
    agrees: 'In the right place',
    moved: 'Label moved',
    'no-label': 'Label not found',
    'other-form': 'Another document',
    'other-year': 'Another year',
    'other-print': 'Another print',
  },
  unreadable: 'Unreadable',
  see: (name) => `See the page: ${name}`,
  seen: (name) => `Document tried: ${name}`,
  backToForm: 'Back to the form',
};

export const layoutBenchText = (language: Language): typeof FR => (language === 'fr' ? FR : EN);

/** « 3,5 points »; a tenth is finer than any eye. */
export function pointsText(language: Language, points: number): string {
  const shown = Math.round(points * 10) / 10;
  return layoutBenchText(language).points(shown, formatNumber(language, shown));
}

export function layoutName(language: Language, source: LayoutSource): string {
  const t = layoutBenchText(language);
  switch (source.kind) {
    case 'labels':
      return t.labels;
    case 'table': {
      const [from, to] = source.taxYears;
      return t.table(from === to ? String(from) : `${from}–${to}`, source.print);
    }
    case 'office':
      return t.office(source.taxYear, source.dtMax);
  }
}

/** What must be known of a layout beside its name. */
export function layoutNotes(
  language: Language,
  { source, calibrated, fit, pageSize, offset }: SurveyedLayout,
): readonly string[] {
  const t = layoutBenchText(language);
  return [
    ...(calibrated ? [] : [messagesFor(language).documents.positionToValidate]),
    ...(source.kind === 'table' && source.disputed ? [t.disputed] : []),
    ...(fit === 'other-page-size' && pageSize ? [t.otherSize(...pageSize)] : []),
    ...(fit === 'nothing' ? [t.nothing] : []),
    ...(source.kind === 'labels' ? [] : [offset === null ? t.noLabel : t.offset(pointsText(language, offset))]),
  ];
}

/** What was proposed, or why nothing was. */
export function shiftText(language: Language, shift: ShiftProposal): string {
  const t = layoutBenchText(language);
  const points = (value: number) => pointsText(language, value);
  if (shift.kind === 'proposed')
    return t.shifted(points(shift.dx), points(shift.dy), t.label(shift.labels), points(shift.spread));
  return shift.reason === 'no-label' ? t.noShift : t.apart(t.label(shift.labels), points(shift.spread));
}

/** « Signature, page 1 : 3 → −2 ↑ », each label that the layout knows. */
export function movesText(language: Language, { moves }: SurveyedLayout): string {
  const t = layoutBenchText(language);
  const short = (value: number) => formatNumber(language, Math.round(value * 10) / 10);
  return listed(
    language,
    moves.map(({ what, page, dx, dy }) => t.move(t.what[what], page, short(dx), short(dy))),
  );
}
