import type { WorkerErrorCode } from '../../core/app-error';
import type { ErrorWords } from './error-words';

export const WORKER_ERRORS = {
  'worker/crashed': {
    fr: [
      'Le traitement s’est arrêté de façon inattendue.',
      'Refaites l’aperçu ; si cela se répète, divisez le fichier.',
    ],
    en: ['The processing stopped unexpectedly.', 'Preview again; if it happens again, split the file.'],
  },
  'worker/aborted': {
    fr: ['Le traitement a été annulé.', 'Rien n’est parti. Refaites l’aperçu quand vous voulez.'],
    en: ['The processing was cancelled.', 'Nothing left. Preview again when you like.'],
  },
} satisfies Record<WorkerErrorCode, ErrorWords>;
