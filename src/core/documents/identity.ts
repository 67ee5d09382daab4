import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import type { DocumentFacts } from './document-facts';
import type { ConcordanceGrade, Evidence, EvidenceCode } from './document-row';
import type { ParsedFileName } from './file-name';

export interface IdentityQuestion {
  readonly file: ParsedFileName | null;
  readonly facts: DocumentFacts;
  readonly directory: ClientDirectory;
  /** The form is filed for one person alone: anybody else's SIN on it is a contradiction. */
  readonly onePerson: boolean;
  /** « Attribuer à »: the technician's choice, which silences the file name but never the content. */
  readonly assigned: LocalClient | null;
}

/** The identity check's answer (product §2.2). `status` before anything but the identity was looked at. */
export interface Identity {
  readonly client: LocalClient | null;
  readonly candidates: readonly LocalClient[];
  readonly grade: ConcordanceGrade;
  readonly evidence: readonly Evidence[];
  readonly status: 'ready' | 'confirm' | 'check' | 'blocked' | 'unmatched';
}

/** Evidence against the match. */
export const says = (code: EvidenceCode, page?: number): Evidence =>
  page === undefined ? { code, supports: false } : { code, supports: false, page };
