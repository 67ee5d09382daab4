import type { HeldReason } from '../core/outbox/held-reason';
import { appError } from '../core/app-error';
import type { ErrorCode } from '../core/app-error';
import type { Language } from '../core/language';
import { errorText, isErrorCode } from './error-text';

const REASONS = {
  'dependency-rejected': {
    fr: 'Une étape dont celle-ci dépend a été rejetée.',
    en: 'A step that this one depends on was rejected.',
  },
  'dependency-cancelled': {
    fr: 'Une étape dont celle-ci dépend a été annulée.',
    en: 'A step that this one depends on was cancelled.',
  },
  'client-not-linked': {
    fr: 'Aucune fiche de GEM-BOOKS n’est liée à ce client : synchronisez-le d’abord.',
    en: 'No GEM-BOOKS record is linked to this client: synchronize it first.',
  },
  'email-replaced': {
    fr: 'Le courriel qui devait recevoir cet envoi n’est plus celui du client, ou attend votre décision. S’il redevient le bon dans « Synchronisation clients », l’envoi repart de lui-même ; sinon, annulez l’envoi et déposez de nouveau le document.',
    en: 'The e-mail that was to receive this is no longer the client’s, or awaits your decision. If it becomes right again in “Client synchronization”, this leaves by itself; otherwise cancel it and drop the document again.',
  },
  'by-hand': { fr: 'Retenu à la main.', en: 'Held by hand.' },
} satisfies Record<Exclude<HeldReason, ErrorCode>, Record<Language, string>>;

const isReason = (reason: string): reason is keyof typeof REASONS => Object.hasOwn(REASONS, reason);

/** Why an entry is « Retenu »; a reason of a newer version is said in general words. */
export function heldReasonText(reason: string, language: Language): string {
  if (isReason(reason)) return REASONS[reason][language];
  if (isErrorCode(reason)) {
    const { what, todo } = errorText(appError(reason), language);
    return `${what} ${todo}`;
  }
  return language === 'fr' ? 'En attente d’une décision.' : 'Waiting for a decision.';
}
