import type { Language } from '../core/language';
import { counted, formatDate, formatDateTime } from './format';
import type { TrackingLane } from './tracking-words';

export type ToDoKind =
  | Extract<TrackingLane, 'rejected' | 'conflict' | 'needs-sign-in' | 'held' | 'to-correct' | 'to-export' | 'exported'>
  | 'refused'
  | 'expired'
  | 'tasks-late'
  | 'vanishing'
  | 'ready'
  | 'awaited'
  | 'tasks-week';

/** What a batch was of. */
export type UnfinishedKind = 'clients' | 'documents' | 'tasks' | 'follow-up';

/** A day stays a day; an instant is told by the day of the office's own clock. */
const dayOf = (date: string): string => (date.length === 10 ? date : formatDate(Date.parse(date)));

type Line = (count: number, since: string | null) => string;
const since = (words: string, date: string | null): string => (date === null ? '' : `, ${words} ${dayOf(date)}`);

const f = (count: number, one: string, many: string): string => counted('fr', count, one, many);
const fr = {
  toDo: 'À faire',
  nothing: 'Rien ne vous attend. Ce qui demandera votre attention paraîtra ici.',
  line: {
    rejected: (n) => f(n, 'envoi rejeté par GEM-BOOKS', 'envois rejetés par GEM-BOOKS'),
    conflict: (n) => f(n, 'fiche changée ailleurs, à comparer', 'fiches changées ailleurs, à comparer'),
    'needs-sign-in': (n) => `${f(n, 'envoi attend', 'envois attendent')} une clé d’API valide`,
    held: (n) => f(n, 'envoi retenu', 'envois retenus'),
    'to-correct': (n) => `${f(n, 'fiche à corriger', 'fiches à corriger')} dans GEM-BOOKS`,
    'to-export': (n) => `${f(n, 'enveloppe à exporter', 'enveloppes à exporter')} pour GEM-BOOKS`,
    exported: (n) => f(n, 'enveloppe exportée, à transmettre', 'enveloppes exportées, à transmettre'),
    refused: (n) => f(n, 'signature refusée', 'signatures refusées'),
    expired: (n) => f(n, 'enveloppe expirée', 'enveloppes expirées'),
    'tasks-late': (n, date) => `${f(n, 'tâche en retard', 'tâches en retard')}${since('depuis le', date)}`,
    vanishing: (n, date) =>
      `${f(n, 'dossier signé à enregistrer', 'dossiers signés à enregistrer')}${since('avant le', date)}`,
    ready: (n, date) => `${f(n, 'dossier prêt', 'dossiers prêts')} à transmettre${since('depuis le', date)}`,
    awaited: (n, date) =>
      `${f(n, 'enveloppe attend', 'enveloppes attendent')} une signature${since('la plus ancienne depuis le', date)}`,
    'tasks-week': (n) => `${f(n, 'tâche échoit', 'tâches échoient')} d’ici sept jours`,
  } satisfies Record<ToDoKind, Line>,
  batches: 'Lots inachevés',
  what: {
    clients: 'Clients',
    documents: 'Documents',
    tasks: 'Tâches',
    'follow-up': 'Rappels et annulations',
  } satisfies Record<UnfinishedKind, string>,
  batch: (what: string, createdAt: number) => `${what}, ${formatDateTime('fr', createdAt)}`,
  left: (left: number, total: number) => `reste ${left} sur ${total}`,
};

const e = (count: number, one: string, many: string): string => counted('en', count, one, many);
const en: typeof fr = {
  toDo: 'To do',
  nothing: 'Nothing is waiting for you. Whatever needs your attention will appear here.',
  line: {
    rejected: (n) => e(n, 'sending rejected by GEM-BOOKS', 'sendings rejected by GEM-BOOKS'),
    conflict: (n) => e(n, 'record changed elsewhere, to compare', 'records changed elsewhere, to compare'),
    'needs-sign-in': (n) => `${e(n, 'sending waits', 'sendings wait')} for a valid API key`,
    held: (n) => e(n, 'held sending', 'held sendings'),
    'to-correct': (n) => `${e(n, 'record to correct', 'records to correct')} in GEM-BOOKS`,
    'to-export': (n) => `${e(n, 'envelope to export', 'envelopes to export')} for GEM-BOOKS`,
    exported: (n) => e(n, 'exported envelope, to deliver', 'exported envelopes, to deliver'),
    refused: (n) => e(n, 'signature refused', 'signatures refused'),
    expired: (n) => e(n, 'expired envelope', 'expired envelopes'),
    'tasks-late': (n, date) => `${e(n, 'late task', 'late tasks')}${since('since', date)}`,
    vanishing: (n, date) => `${e(n, 'signed folder to save', 'signed folders to save')}${since('before', date)}`,
    ready: (n, date) => `${e(n, 'return family ready', 'return families ready')} to transmit${since('since', date)}`,
    awaited: (n, date) =>
      `${e(n, 'envelope waits', 'envelopes wait')} for a signature${since('the oldest since', date)}`,
    'tasks-week': (n) => `${e(n, 'task due', 'tasks due')} within seven days`,
  },
  batches: 'Unfinished batches',
  what: { clients: 'Clients', documents: 'Documents', tasks: 'Tasks', 'follow-up': 'Reminders and withdrawals' },
  batch: (what, createdAt) => `${what}, ${formatDateTime('en', createdAt)}`,
  left: (left, total) => `${left} of ${total} left`,
};

/** Apart from the dictionaries: read only with the screen that shows it. */
export const homeText = (language: Language): typeof fr => (language === 'fr' ? fr : en);
