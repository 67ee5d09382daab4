import type { Language } from '../core/language';
import type { RuleEvent } from '../core/tasks/task-rules';
import { counted } from './format';

const fr = {
  title: 'Règles',
  hint: 'Quand une enveloppe part ou revient signée, les tâches ouvertes de son client changent d’état, par la file, une seule fois. Ce qui est arrivé avant la règle ne change pas.',
  needsExtension:
    'Sans l’extension, GEM-BOOKS ne dit pas à quel client est une tâche\u00a0: les règles ne peuvent rien déplacer.',
  on: 'Quand l’enveloppe est',
  event: { sent: 'envoyée', signed: 'signée par tous' } satisfies Record<RuleEvent, string>,
  from: 'Tâches à l’état',
  any: 'N’importe lequel',
  words: 'Dont le titre contient (facultatif)',
  to: 'Nouvel état',
  add: 'Ajouter la règle',
  remove: 'Retirer',
  removeRule: (rule: string) => `Retirer la règle\u00a0: ${rule}`,
  none: 'Aucune règle.',
  rule: (event: string, from: string | null, words: string, to: string) =>
    `Enveloppe ${event}\u00a0: ${from === null ? 'toutes les tâches' : `tâches «\u00a0${from}\u00a0»`}${words === '' ? '' : ` dont le titre contient «\u00a0${words}\u00a0»`} → «\u00a0${to}\u00a0»`,
  moved: (count: number) => counted('fr', count, 'tâche déplacée', 'tâches déplacées'),
};

const en: typeof fr = {
  title: 'Rules',
  hint: 'When an envelope leaves or comes back signed, the open tasks of its client change status, through the queue, once. What happened before the rule does not change.',
  needsExtension: 'Without the extension, GEM-BOOKS does not tell whose task it is: rules cannot move anything.',
  on: 'When the envelope is',
  event: { sent: 'sent', signed: 'signed by all' },
  from: 'Tasks with status',
  any: 'Any',
  words: 'Whose title contains (optional)',
  to: 'New status',
  add: 'Add the rule',
  remove: 'Remove',
  removeRule: (rule) => `Remove the rule: ${rule}`,
  none: 'No rule.',
  rule: (event, from, words, to) =>
    `Envelope ${event}: ${from === null ? 'all tasks' : `“${from}” tasks`}${words === '' ? '' : ` whose title contains “${words}”`} → “${to}”`,
  moved: (count) => counted('en', count, 'task moved', 'tasks moved'),
};

/** Apart from the dictionaries: read only with the screen that shows it. */
export const taskRulesText = (language: Language): typeof fr => (language === 'fr' ? fr : en);
