import type { SandboxContext } from './context';
import type { Db, Tx } from './database';
import { fillPlaceholders, safeSubject } from './email-text';
import type { OutgoingMail } from './mail';
import { linkFor } from './recipient/link';
import type { SandboxSchema } from './schema';

interface Recipient {
  readonly name: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
}

const INVITATION = {
  fr: {
    subject: 'Votre espace sécurisé chez {store}',
    body: 'Bonjour {client_contact},\n\n{store} vous invite à ouvrir votre espace sécurisé pour recevoir et signer vos documents.\n\n{link}\n\nCe message est unique : gardez-le, ou demandez un nouvel accès à votre cabinet.\n\n{store}\n',
  },
  en: {
    subject: 'Your secure space with {store}',
    body: 'Hello {client_contact},\n\n{store} invites you to open your secure space, where you will receive and sign your documents.\n\n{link}\n\nThis message is sent once: keep it, or ask your office for access again.\n\n{store}\n',
  },
} as const;

/** The invitation of an address; it names whoever of `clientIds` comes first, since several people may share it. */
export async function invitationText(
  tx: Tx,
  context: SandboxContext,
  invitation: SandboxSchema['invitations'],
  {
    clientIds,
    emailTemplateId,
  }: { readonly clientIds: readonly number[]; readonly emailTemplateId?: string | undefined },
): Promise<OutgoingMail> {
  const language = invitation.language === 'en' ? 'en' : 'fr';
  const first = clientIds[0];
  const client =
    first === undefined
      ? undefined
      : await tx
          .selectFrom('clients')
          .leftJoin('account_managers', 'account_managers.id', 'clients.account_manager_id')
          .select(['clients.name as name', 'account_managers.name as manager'])
          .where('clients.id', '=', first)
          .executeTakeFirst();
  const store = await companyName(tx);
  const values = {
    store,
    client_contact: client?.name ?? '',
    client: client?.name ?? '',
    account_manager: client?.manager ?? store,
    link: await linkFor(tx, context, invitation.email),
  };
  const template = emailTemplateId === undefined ? INVITATION[language] : await wordsOf(tx, emailTemplateId, language);
  return {
    kind: 'invitation',
    name: client?.name ?? '',
    to: invitation.email,
    subject: safeSubject(fillPlaceholders(template.subject, values), neutralSubject(language)),
    text: fillPlaceholders(template.body, values),
    envelopeId: null,
    invitationId: invitation.id,
  };
}

async function wordsOf(
  tx: Tx,
  id: string,
  language: 'fr' | 'en',
): Promise<{ readonly subject: string; readonly body: string }> {
  const row = await tx.selectFrom('email_templates').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return language === 'en'
    ? { subject: row.subject_en, body: row.body_en }
    : { subject: row.subject_fr, body: row.body_fr };
}

/** The e-mail of one recipient, from the envelope's template in the recipient's language. */
export async function envelopeText(
  tx: Tx,
  context: SandboxContext,
  envelope: SandboxSchema['envelopes'],
  recipient: Recipient,
): Promise<OutgoingMail> {
  const template = await wordsOf(tx, envelope.email_template_id, recipient.language);
  const client = await tx
    .selectFrom('clients')
    .leftJoin('account_managers', 'account_managers.id', 'clients.account_manager_id')
    .select(['clients.name as name', 'account_managers.name as manager'])
    .where('clients.id', '=', envelope.client_id)
    .executeTakeFirstOrThrow();
  const store = await companyName(tx);
  const inSubject = {
    store,
    client: client.name,
    client_contact: recipient.name,
    account_manager: client.manager ?? store,
  };
  /** The folder's title may name a form, so it is for the body alone. */
  const inBody = { ...inSubject, folder_title: envelope.title, link: await linkFor(tx, context, recipient.email) };
  return {
    kind: 'envelope',
    name: recipient.name,
    to: recipient.email,
    subject: safeSubject(fillPlaceholders(template.subject, inSubject), neutralSubject(recipient.language)),
    text: fillPlaceholders(template.body, inBody),
    envelopeId: envelope.id,
    invitationId: null,
  };
}

const NOTICE = {
  fr: {
    subject: 'Votre demande à {store}',
    body: 'Bonjour {client_contact},\n\nNous avons reçu une demande à votre nom. Vous avez déjà un dossier chez {store} : connectez-vous.\n\n{link}\n\nSi cette demande n’est pas de vous, ne faites rien.\n\n{store}\n',
  },
  en: {
    subject: 'Your request to {store}',
    body: 'Hello {client_contact},\n\nWe received a request in your name. You already have a file with {store}: log in.\n\n{link}\n\nIf this request is not yours, do nothing.\n\n{store}\n',
  },
} as const;

/** To somebody known who asked by the website form. */
export async function noticeText(tx: Tx, context: SandboxContext, asker: Recipient): Promise<OutgoingMail> {
  const store = await companyName(tx);
  const values = { store, client_contact: asker.name, link: await linkFor(tx, context, asker.email) };
  const { subject, body } = NOTICE[asker.language];
  return {
    kind: 'notice',
    name: asker.name,
    to: asker.email,
    subject: safeSubject(fillPlaceholders(subject, values), neutralSubject(asker.language)),
    text: fillPlaceholders(body, values),
    envelopeId: null,
    invitationId: null,
  };
}

const neutralSubject = (language: 'fr' | 'en'): string =>
  language === 'en' ? 'Documents are waiting for you' : 'Des documents vous attendent';

async function companyName(db: Db | Tx): Promise<string> {
  const row = await db.selectFrom('company').select('data').executeTakeFirstOrThrow();
  const name = (JSON.parse(row.data) as { readonly nom?: unknown }).nom;
  return typeof name === 'string' ? name : '';
}
