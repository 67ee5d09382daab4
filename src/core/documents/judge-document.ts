import type { LocalClient } from '../clients/client';
import type { FormCode } from '../forms/form-code';
import { isPaper } from '../forms/is-paper';
import type { OfficeLayout } from '../forms/office-layout';
import type { Placement } from '../forms/placed-field';
import type { RowId } from '../ids';
import type { ClientDirectory } from './client-directory';
import type { DocumentFacts } from './document-facts';
import type { DocumentIssue, DocumentOptions, DocumentRow, DocumentStatus } from './document-row';
import { parseFileName, stemOf } from './file-name';
import { identify } from './identify';
import type { Identity } from './identity';
import { othersSeen } from './others-seen';
import { pageBox } from './page-box';
import { forbidsFields } from './pdf-traits';
import type { PdfTraits } from './pdf-traits';
import { placeDocument } from './place-document';
import { recipientIssues, recipientsOf } from './recipients';
import { hasConsented, isCopy, recipientsWithConsent, spouseOf } from './spouse-consent';
import type { SpouseConsent } from './spouse-consent';

export interface DocumentQuestion {
  readonly id: RowId;
  readonly sourceName: string;
  readonly size: number;
  readonly facts: DocumentFacts;
  /** It carries a digital signature already: never touched. */
  readonly signed: boolean;
  /** It opens with the batch's password only: a decrypted copy goes in its place, and that is said. */
  readonly locked?: boolean;
  readonly traits?: PdfTraits;
  /** « Préparer quand même »: the office decided, for the batch, that the rights its files withhold do not stop it. */
  readonly despiteRights?: boolean;
  /** A copy without the office's internal pages, for consultation: nothing is signed on it. */
  readonly trimmed?: boolean;
  readonly options: DocumentOptions;
  readonly directory: ClientDirectory;
  readonly assigned: LocalClient | null;
  /** Fields placed by hand on this document alone: they stand for any layout. */
  readonly placed?: Placement;
  /** The office's own layouts. */
  readonly officeLayouts?: readonly OfficeLayout[];
  /** Of clients whose copies may reach their spouse. */
  readonly consents?: readonly SpouseConsent[];
}

/** One PDF's line of the Aperçu: identity, form, year, places, recipients. Looks at this document alone, not the batch. */
export function judgeDocument(question: DocumentQuestion): DocumentRow {
  const { facts, options, directory, assigned } = question;
  const file = parseFileName(question.sourceName, options.naming, options.officeNaming);
  const form = chooseForm(facts, options, file?.form ?? null);
  const taxYear = facts.taxYear ?? file?.taxYear ?? null;
  const stem = stemOf(question.sourceName);
  const identity = identify({ file, stem, facts, directory, form: form.code, assigned });
  const placement: Placement = question.trimmed
    ? { kind: 'none-needed' }
    : (question.placed ?? placeDocument(form.code, facts, taxYear, form.pages, question.officeLayouts));
  // A minor at the end of the return's season is one whatever the day it is sent.
  const onDay = `${options.taxYear + 1}-04-30`;
  const own = identity.client ? recipientsOf(identity.client, form.code, onDay) : [];
  const isUnsigned = placement.kind === 'none-needed' && isCopy(form.code);
  const spouse = isUnsigned && identity.client ? spouseOf(identity.client, directory, onDay) : null;
  const { consents = [] } = question;
  const recipients = identity.client ? recipientsWithConsent(own, identity.client, spouse, consents) : own;
  /** The client has no address, and the spouse receives it for both. */
  const stillHolds = ({ code }: DocumentIssue): boolean =>
    code !== 'no-email' || recipients.every((it) => it.email === null);
  const issues: DocumentIssue[] = [
    ...form.issues,
    ...yearIssues(taxYear, options.taxYear),
    ...contentIssues(facts),
    ...(question.locked ? [{ code: 'decrypted-copy', severity: 'note' } as const] : []),
    ...(question.trimmed ? [{ code: 'consultation-copy', severity: 'note' } as const] : []),
    ...rightsIssues(question, placement),
    ...placementIssues(placement, question.signed),
    ...(identity.client ? recipientIssues(identity.client, own, directory, onDay).filter(stillHolds) : []),
    ...(directory.clients.length === 0 ? [{ code: 'client-not-synchronised', severity: 'check' } as const] : []),
  ];
  const others = identity.client ? othersSeen(facts, identity.client, identity.evidence, directory) : [];
  return {
    id: question.id,
    sourceName: question.sourceName,
    size: question.size,
    status: statusWith(identity, issues),
    naming: file?.naming ?? null,
    client: identity.client ? { id: identity.client.id, name: identity.client.name.full } : null,
    candidates: [...new Set([...identity.candidates, ...others])].map(({ id, name, address }) => ({
      id,
      name: name.full,
      city: address.city,
    })),
    recipients,
    ...(identity.client && spouse
      ? {
          spouse: { id: spouse.id, name: spouse.name.full, consented: hasConsented(identity.client, spouse, consents) },
        }
      : {}),
    form: form.code,
    taxYear,
    pages: facts.pages.map(pageBox),
    placement,
    formPage: form.pages[0] ?? 1,
    ...(question.traits ? { file: { traits: question.traits, locked: question.locked === true } } : {}),
    concordance: { grade: identity.grade, evidence: identity.evidence },
    issues,
    refusal: null,
  };
}

interface ChosenForm {
  readonly code: FormCode | null;
  /** Pages on which that form was seen; empty when it was not. */
  readonly pages: readonly number[];
  readonly issues: readonly DocumentIssue[];
}

/** The content decides; the choice made before Aperçu, or the file name, only where the content is silent. */
function chooseForm(facts: DocumentFacts, options: DocumentOptions, fileForm: FormCode | null): ChosenForm {
  const wanted = options.form === 'by-content' ? null : options.form;
  const sighted =
    facts.forms.find(({ form }) => form === wanted) ??
    facts.forms.find(({ form }) => wanted !== null && isOfType(form, wanted)) ??
    facts.forms[0];
  if (sighted === undefined) {
    const code = wanted ?? fileForm;
    return { code, pages: [], issues: isPaper(code) ? [] : [{ code: 'form-unknown', severity: 'check' }] };
  }
  const pages = facts.forms.filter(({ form }) => form === sighted.form).map(({ page }) => page);
  const wrong = wanted !== null && !isPaper(wanted) && !facts.forms.some(({ form }) => isOfType(form, wanted));
  const misnamed = !wrong && wanted === null && fileForm !== null && fileForm !== sighted.form && !isPaper(fileForm);
  if (wanted !== null && isPaper(wanted)) return { code: wanted, pages: [], issues: [] };
  const issues: DocumentIssue[] = wrong
    ? [{ code: 'wrong-form', severity: 'block', page: sighted.page }]
    : misnamed
      ? [{ code: 'wrong-form', severity: 'check', page: sighted.page }]
      : [];
  return { code: sighted.form, pages, issues };
}

/** « Déclaration T1/TP-1 » and « T2/CO-17 » are one type of document each: both governments' returns. */
const isOfType = (form: FormCode, wanted: FormCode): boolean =>
  form === wanted || (form === 'TP-1' && wanted === 'T1') || (form === 'CO-17' && wanted === 'T2');

function yearIssues(taxYear: number | null, wanted: number): DocumentIssue[] {
  if (taxYear === null) return [{ code: 'year-unknown', severity: 'check' }];
  return taxYear === wanted ? [] : [{ code: 'wrong-year', severity: 'check' }];
}

function contentIssues(facts: DocumentFacts): DocumentIssue[] {
  return [
    ...(facts.hasText ? [] : [{ code: 'no-text', severity: 'check' } as const]),
    ...facts.internalPages.map((page) => ({ code: 'internal-page', severity: 'block', page }) as const),
  ];
}

/**
 * Rights that an owner-only password keeps from us, where something would be changed. A file whose password the office
 * gave is its own to change: that was said, and a decrypted copy goes. A signed one is never changed.
 */
function rightsIssues(question: DocumentQuestion, placement: Placement): DocumentIssue[] {
  const { traits, signed, locked, trimmed, despiteRights } = question;
  const isChanged = !signed && (trimmed === true || placement.kind !== 'none-needed');
  if (!traits || !isChanged || locked || !forbidsFields(traits)) return [];
  return [{ code: 'changes-forbidden', severity: despiteRights ? 'note' : 'block' }];
}

function placementIssues(placement: Placement, signed: boolean): DocumentIssue[] {
  const already: DocumentIssue[] = signed ? [{ code: 'already-signed', severity: 'note' }] : [];
  switch (placement.kind) {
    case 'none-needed':
      return already;
    case 'unplaced':
      return [...already, { code: 'unplaced', severity: 'block' }];
    case 'placed':
      return placement.calibrated ? already : [...already, { code: 'position-to-validate', severity: 'note' }];
  }
}

/** The identity's status, made stricter by the issues, never milder. */
export function statusWith(identity: Pick<Identity, 'status'>, issues: readonly DocumentIssue[]): DocumentStatus {
  if (identity.status === 'unmatched') return 'unmatched';
  if (identity.status === 'blocked' || issues.some(({ severity }) => severity === 'block')) return 'blocked';
  if (identity.status === 'check' || issues.some(({ severity }) => severity === 'check')) return 'check';
  return identity.status;
}
