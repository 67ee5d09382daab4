import type { Delimiter, ReadingEvidence, SourceKind, TextEncoding } from '../../src/core/clients/source-reading';
import type { ListUnderHeader } from './under-header';

/** A list read, its header known, and how it was read. */
export interface ClientList extends Omit<ListUnderHeader, 'why' | 'firstRows'> {
  readonly kind: SourceKind;
  readonly encoding?: TextEncoding;
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
  /** Taxprep iFirm's contacts: people, corporations and trusts together, each row saying which. */
  readonly contacts: boolean;
  readonly evidence: ReadingEvidence;
}
