import type { DocumentRecipient } from '../documents/document-row';
import type { PreparedDocument } from '../documents/prepared-document';
import type { SignerRole } from '../forms/placed-field';
import { err, ok } from '../result';
import type { Result } from '../result';
import { oneLine } from '../one-line';
import { documentTitle } from './document-title';
import type { EnvelopeDocument, EnvelopeDraft, EnvelopeRecipient } from './envelope';
import { folderMarks } from './folder-marks';
import type { FolderMarks } from './folder-marks';

/** Why documents cannot travel in an envelope: they go another way (« Papier / au bureau »), they are not lost. */
export type NoEnvelope = 'no-document' | 'no-email' | 'signer-missing';

export interface EnvelopeWords extends FolderMarks {
  /** The secure folder's title, as the technician typed it; the first recipient sees it. */
  readonly folderTitle: string;
  readonly emailTemplateId: string;
}

/**
 * One envelope of documents that have the same recipients. Fields go to the recipient who holds their role; an
 * envelope without a field is for consultation. Fails when a recipient has no address, or a field no signer.
 */
export function buildEnvelope(
  documents: readonly PreparedDocument[],
  words: EnvelopeWords,
): Result<EnvelopeDraft, NoEnvelope> {
  const first = documents[0];
  if (first === undefined) return err('no-document');
  const recipients = first.recipients.flatMap((recipient, index) => toRecipient(recipient, index));
  if (recipients.length === 0 || recipients.length < first.recipients.length) return err('no-email');
  const idByRole = new Map<SignerRole, string>();
  for (const { id, role } of recipients) if (!idByRole.has(role)) idByRole.set(role, id);
  const language = recipients[0]?.language ?? 'fr';
  const built: EnvelopeDocument[] = [];
  for (const document of documents) {
    const fields = document.fields.flatMap(({ signer, ...field }) => {
      // Whoever stands for the taxpayer signs in the taxpayer's place.
      const recipient = idByRole.get(signer) ?? (signer === 'taxpayer' ? idByRole.get('representative') : undefined);
      return recipient === undefined ? [] : [{ ...field, recipient }];
    });
    if (fields.length < document.fields.length) return err('signer-missing');
    built.push({
      title: documentTitle(document.form, document.taxYear, language),
      formCode: document.form,
      taxYear: document.taxYear,
      sha256: document.sha256,
      pageCount: document.pageCount,
      deliveryKey: document.deliveryKey,
      fields,
    });
  }
  const purpose = built.some((document) => document.fields.length > 0) ? 'signature' : 'consultation';
  const title = titleLine(words.folderTitle) || (built[0]?.title ?? '');
  const marks = folderMarks(words.labels ?? [], words.followUpOn ?? null);
  return ok({ purpose, title, emailTemplateId: words.emailTemplateId, recipients, documents: built, ...marks });
}

function toRecipient(recipient: DocumentRecipient, index: number): readonly EnvelopeRecipient[] {
  const email = recipient.email?.trim();
  if (!email) return [];
  const { role, name, language } = recipient;
  return [{ id: `r${index + 1}`, role, name: titleLine(name), email, language, order: 1 }];
}

/** The contract takes one line of at most 200 characters. */
const titleLine = (text: string): string => oneLine(text).slice(0, 200).trim();
