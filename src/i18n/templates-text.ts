import type { Language } from '../core/language';
import type { PlaceholderName } from '../core/templates/placeholders';
import { MOST } from '../core/templates/template-problems';
import type { TemplateField, TemplateProblem, TemplateWarning } from '../core/templates/template-problems';
import { listed } from './format';

const fr = {
  lead: 'Chacun existe en français et en anglais\u202f; la langue suit le destinataire.',
  empty: 'GEM-BOOKS n’a encore donné aucun modèle. Vérifiez la connexion.',
  readOnly:
    'Votre GEM-BOOKS ne laisse pas changer ses modèles d’ici\u00a0: ils se changent dans GEM-BOOKS, sous Communications › Configurations.',
  list: 'Modèles',
  all: 'Tous les modèles',
  pick: 'Choisissez un modèle.',
  add: 'Nouveau modèle',
  untitled: 'Sans nom',
  usual: 'Par défaut',
  unsaved: 'Non enregistré',
  name: 'Nom du modèle',
  places: 'Champs à insérer au curseur',
  place: {
    store: 'Nom du bureau',
    client_contact: 'Destinataire',
    client: 'Client',
    account_manager: 'Chargé de compte',
    folder_title: 'Titre du dossier',
    link: 'Lien sécurisé',
  } satisfies Record<PlaceholderName, string>,
  insert: (place: string, field: string) => `Insérer «\u00a0${place}\u00a0» dans\u00a0: ${field}`,
  language: { fr: 'Français', en: 'Anglais' } satisfies Record<Language, string>,
  subject: 'Objet',
  body: 'Message',
  isDefault: 'Choisi d’avance dans Envois des documents',
  isDefaultNow: 'Pour en changer, choisissez d’avance un autre modèle.',
  types: (count: number) => `Choisi d’avance pour certains types de document (${count})`,
  typesHint: 'Un type n’a qu’un modèle\u00a0: choisi ici, il quitte celui qui l’avait.',
  heldBy: (name: string) => `(maintenant\u00a0: ${name})`,
  save: 'Enregistrer',
  saving: 'Enregistrement…',
  discard: 'Abandonner les changements',
  saved: 'Modèle enregistré dans GEM-BOOKS.',
  changedElsewhere: 'Ce modèle a été changé ailleurs pendant que vous l’écriviez. Rien n’a été remplacé.',
  takeTheirs: 'Prendre la version de GEM-BOOKS',
  keepMine: 'Garder la mienne',
  refused: (detail: string) => `GEM-BOOKS refuse ce modèle\u00a0: ${detail}`,
  preview: 'Aperçu',
  previewWith: 'Client de l’aperçu',
  previewOf: (name: string) => `Avec ${name}`,
  someone: 'Cliente Fictive',
  link: 'https://… (lien propre au destinataire)',
  problem: {
    empty: 'À remplir.',
    'line-break': 'Sur une seule ligne.',
    amount: 'Pas de montant dans un objet\u00a0: il se lit sur un téléphone verrouillé.',
    identifier: 'Pas de NAS ni d’autre numéro à neuf chiffres dans un objet.',
    date: 'Pas de date complète dans un objet\u00a0: elle se lit comme une date de naissance.',
    form: 'Pas de nom de formulaire dans un objet (T183, T1, TP-1, relevé 1…).',
    place: '{link} et {folder_title} vont dans le message, pas dans l’objet.',
  } satisfies Record<Exclude<TemplateProblem, 'too-long'>, string>,
  tooLong: (most: number) => `${most} caractères au plus.`,
  unknown: (places: string, several: boolean) =>
    several
      ? `GEM-BOOKS ne connaît pas ${places}\u00a0: ils partiront tels quels.`
      : `GEM-BOOKS ne connaît pas ${places}\u00a0: il partira tel quel.`,
  noLink: 'Sans {link}, personne ne peut ouvrir son dossier à partir du courriel.',
};

const en: typeof fr = {
  lead: 'Each exists in French and English; the language is the recipient’s.',
  empty: 'GEM-BOOKS has given no template yet. Check the connection.',
  readOnly:
    'Your GEM-BOOKS does not let its templates be changed from here: change them in GEM-BOOKS, under Communications › Configurations.',
  list: 'Templates',
  all: 'All templates',
  pick: 'Choose a template.',
  add: 'New template',
  untitled: 'Untitled',
  usual: 'Default',
  unsaved: 'Not saved',
  name: 'Template name',
  places: 'Fields to insert at the cursor',
  place: {
    store: 'Office name',
    client_contact: 'Recipient',
    client: 'Client',
    account_manager: 'Account manager',
    folder_title: 'Folder title',
    link: 'Secure link',
  },
  insert: (place, field) => `Insert “${place}” into: ${field}`,
  language: { fr: 'French', en: 'English' },
  subject: 'Subject',
  body: 'Message',
  isDefault: 'Chosen in advance in Document sending',
  isDefaultNow: 'To change it, choose another template in advance.',
  types: (count) => `Chosen in advance for some document types (${count})`,
  typesHint: 'A type has one template: chosen here, it leaves the one that had it.',
  heldBy: (name) => `(now: ${name})`,
  save: 'Save',
  saving: 'Saving…',
  discard: 'Discard the changes',
  saved: 'Template saved in GEM-BOOKS.',
  changedElsewhere: 'This template was changed elsewhere while you were writing. Nothing was replaced.',
  takeTheirs: 'Take the GEM-BOOKS version',
  keepMine: 'Keep mine',
  refused: (detail) => `GEM-BOOKS refuses this template: ${detail}`,
  preview: 'Preview',
  previewWith: 'Client of the preview',
  previewOf: (name) => `With ${name}`,
  someone: 'Fictitious Client',
  link: 'https://… (the recipient’s own link)',
  problem: {
    empty: 'To be filled in.',
    'line-break': 'On one line only.',
    amount: 'No amount in a subject: it is read on a locked phone.',
    identifier: 'No SIN or other nine-digit number in a subject.',
    date: 'No whole date in a subject: it reads as a birth date.',
    form: 'No name of a form in a subject (T183, T1, TP-1, RL-1…).',
    place: '{link} and {folder_title} go into the message, not the subject.',
  },
  tooLong: (most) => `${most} characters at most.`,
  unknown: (places, several) =>
    several
      ? `GEM-BOOKS does not know ${places}: they will leave as they are.`
      : `GEM-BOOKS does not know ${places}: it will leave as it is.`,
  noLink: 'Without {link}, nobody can open their folder from the e-mail.',
};

/** Apart from the dictionaries: read only with the screen that shows it. */
export const templatesText = (language: Language): typeof fr => (language === 'fr' ? fr : en);

export function templateProblemText(problem: TemplateProblem, field: TemplateField, language: Language): string {
  const t = templatesText(language);
  if (problem !== 'too-long') return t.problem[problem];
  return t.tooLong(field === 'name' ? MOST.name : field.startsWith('subject') ? MOST.subject : MOST.body);
}

export function templateWarningText(warning: TemplateWarning, language: Language): string {
  const t = templatesText(language);
  return warning.kind === 'no-link' ? t.noLink : t.unknown(listed(language, warning.places), warning.places.length > 1);
}
