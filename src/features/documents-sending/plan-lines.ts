import type { DocumentRow } from '../../core/documents/document-row';
import { maskFileName } from '../../core/identifiers/mask-file-name';
import type { RowId } from '../../core/ids';
import type { Language } from '../../core/language';
import { errorText } from '../../i18n/error-text';
import { listed } from '../../i18n/format';
import { evidenceText } from '../../i18n/evidence-text';
import { folderMarksText } from '../../i18n/folder-marks-text';
import { documentIssueText } from '../../i18n/issue-text';
import { messagesFor } from '../../i18n/messages';
import { reviewText } from '../../i18n/review-text';
import type { DocumentDecisions } from './documents-decisions';

/** One sentence on one document, before Importer: what leaves and to whom, or what stays and why. */
export interface PlanLine {
  readonly id: RowId;
  readonly leaves: boolean;
  readonly text: string;
}

/**
 * Every line of the batch, those that leave first. `byHand`: nothing leaves from here, a package is made. `followUpOn`:
 * the day on which the office is to follow up.
 */
export function planLines(
  rows: readonly DocumentRow[],
  decisions: DocumentDecisions,
  language: Language,
  byHand: boolean,
  followUpOn?: string,
): PlanLine[] {
  const then = followUpOn === undefined ? '' : `, ${folderMarksText(language).followUpOn(followUpOn)}`;
  const lines = rows.map((row): PlanLine => {
    const leaves = row.status === 'ready' && row.client !== null && decisions.get(row.id)?.kind !== 'set-aside';
    return {
      id: row.id,
      leaves,
      text: leaves ? leaving(row, language, byHand, then) : staying(row, decisions, language),
    };
  });
  return [...lines.filter((line) => line.leaves), ...lines.filter((line) => !line.leaves)];
}

function leaving(row: DocumentRow, language: Language, byHand: boolean, then: string): string {
  const { documents } = messagesFor(language);
  const words = reviewText(language);
  const form = row.form === null ? documents.detail.document : documents.form[row.form];
  const owner = row.client?.name ?? '';
  const names = row.recipients.map(({ name }) => name);
  const toSign = row.placement.kind === 'placed';
  // Whose it is, where somebody else receives it.
  const document = [form, row.taxYear ?? '', names[0] === owner ? '' : `— ${owner}`].filter(Boolean).join(' ');
  if (byHand) return words.leavesByHand(document, listed(language, names), toSign, then);
  const addressed = row.recipients.map(({ name, email }) => `${name} (${email ?? ''})`);
  return words.leaves(document, listed(language, addressed), toSign, then);
}

function staying(row: DocumentRow, decisions: DocumentDecisions, language: Language): string {
  return reviewText(language).stays(maskFileName(row.sourceName), whyItStays(row, decisions, language));
}

/** The first thing that keeps a document here, in a clause of its own. */
function whyItStays(row: DocumentRow, decisions: DocumentDecisions, language: Language): string {
  const words = reviewText(language);
  const decision = decisions.get(row.id);
  if (decision?.kind === 'set-aside') return words.setAside(decision.reason);
  if (row.refusal !== null) return lowered(errorText(row.refusal, language).what);
  if (row.status === 'already-sent') return words.alreadySent;
  if (row.status === 'unmatched') return words.unmatched;
  const against = row.concordance.evidence.find(({ supports }) => !supports);
  if (row.concordance.grade === 'contradiction' && against) return `${lowered(evidenceText(against, language))}.`;
  const severest = ['block', 'check'].flatMap((severity) => row.issues.filter((issue) => issue.severity === severity));
  if (severest[0]) return lowered(documentIssueText(severest[0].code, language));
  return against ? `${lowered(evidenceText(against, language))}.` : words.toConfirm;
}

/** Within a sentence; an acronym keeps its capitals. */
const lowered = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase() + text.slice(1);
