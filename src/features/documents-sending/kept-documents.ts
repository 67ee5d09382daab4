import type { AppContext } from '../../ui/context';
import type { KeptSessions } from '../../ui/kept-sessions.svelte';
import { taxYears } from './documents-form';
import { DocumentsSession } from './documents-session.svelte';

/** The one run of Envois des documents: other screens try on its batch what the office teaches. */
export const keptDocuments = (app: AppContext, sessions: KeptSessions): DocumentsSession =>
  sessions.keep(
    DocumentsSession,
    () => new DocumentsSession(app.documents, () => performance.now(), taxYears(new Date())[0] ?? 2025),
  );
