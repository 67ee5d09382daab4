import type { LocalClient } from '../clients/client';
import type { FormCode } from '../forms/form-code';
import type { ClientDirectory } from './client-directory';
import type { DocumentFacts } from './document-facts';
import type { ConcordanceGrade, Evidence, EvidenceCode } from './document-row';
import type { ParsedFileName } from './file-name';

export interface IdentityQuestion {
  readonly file: ParsedFileName | null;
  /** The file's name itself, for names in it that follow no nomenclature. */
  readonly stem: string;
  readonly facts: DocumentFacts;
  readonly directory: ClientDirectory;
  readonly form: FormCode | null;
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

export const isSendable = ({ status }: Identity): boolean => status === 'ready' || status === 'confirm';

/** Somebody has to look, and why. */
export const doubted = (identity: Identity, code: EvidenceCode): Identity => ({
  ...identity,
  status: 'check',
  evidence: [...identity.evidence, says(code)],
});

/** Nobody is taken: those who may be meant are offered. */
export const unmatched = (candidates: readonly LocalClient[]): Identity => ({
  client: null,
  candidates,
  grade: 'none',
  evidence: [],
  status: 'unmatched',
});

/** Two clients or more fit equally well. `basis` is what the file name said for them. */
export const undecided = (candidates: readonly LocalClient[], basis: readonly EvidenceCode[]): Identity => ({
  ...unmatched(candidates),
  evidence: [...basis.map((code) => ({ code, supports: true })), says('two-clients-possible')],
});
