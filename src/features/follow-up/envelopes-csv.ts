import { csvText } from '../../core/csv-text';
import type { FollowedEnvelope } from '../../core/follow-up/followed-envelope';
import { folderGoesOn } from '../../core/follow-up/retention';
import type { ServerClientId } from '../../core/ids';
import type { Language } from '../../core/language';
import { envelopesText } from '../../i18n/envelopes-text';
import { formatClock, formatDate } from '../../i18n/format';
import type { Messages } from '../../i18n/fr';

export interface EnvelopesCsvContext {
  readonly language: Language;
  readonly t: Messages;
  readonly clientOf: (client: ServerClientId) => { readonly name: string; readonly code: string } | null;
  readonly stateOf: (envelope: FollowedEnvelope) => string;
  /** Documents whose signed copy was saved from this workstation. */
  readonly saved: readonly string[];
}

/** Local date and time as a spreadsheet reads them; empty for what did not happen. */
const instant = (at: string | null): string =>
  at === null ? '' : `${formatDate(Date.parse(at))} ${formatClock(Date.parse(at))}`;

/** The envelopes given, in their order: a line per recipient. */
export function envelopesCsv(
  envelopes: readonly FollowedEnvelope[],
  { language, t, clientOf, stateOf, saved }: EnvelopesCsvContext,
): string {
  const words = envelopesText(language);
  const lines = envelopes.flatMap((envelope) => {
    const client = clientOf(envelope.client);
    const signed = envelope.documents.filter((document) => document.signed !== null);
    const isSaved = signed.every(({ id }) => saved.includes(id));
    return envelope.recipients.map((recipient) => [
      client?.code ?? '',
      client?.name ?? '',
      envelope.documents.map(({ title }) => title).join(' · '),
      instant(envelope.sentAt),
      stateOf(envelope),
      recipient.name,
      t.documents.role[recipient.role],
      recipient.email,
      instant(recipient.openedAt),
      instant(recipient.signedAt),
      instant(recipient.refusedAt),
      recipient.refusalReason ?? envelope.voidReason ?? '',
      instant(envelope.lastReminderAt),
      (envelope.labels ?? []).join(', '),
      envelope.followUpOn ?? '',
      folderGoesOn(envelope) ?? '',
      signed.length === 0 ? '' : isSaved ? words.yes : words.no,
    ]);
  });
  const { header } = words;
  return csvText([
    [
      header.code,
      header.client,
      header.documents,
      header.sent,
      header.state,
      header.recipient,
      header.role,
      header.email,
      header.opened,
      header.signed,
      header.refused,
      header.reason,
      header.reminded,
      header.labels,
      header.followUpOn,
      header.folderGoes,
      header.saved,
    ],
    ...lines,
  ]);
}
