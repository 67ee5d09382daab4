import type { ClientDirectory } from '../../src/core/documents/client-directory';
import type { DocumentDecision } from '../../src/core/documents/document-row';
import { isReason } from '../../src/core/documents/typed-reason';
import type { BatchItem } from './batch-item';
import { readDocument } from './read-document';
import type { DecidedReading, ReadContext } from './read-document';

/** How a document stands, for reading it again. */
export function asBefore({ assigned, ...item }: BatchItem, directory: ClientDirectory): DecidedReading {
  return { ...item, assigned: assigned === null ? null : directory.byId(assigned) };
}

/** The document as a decision takes it: read anew only when that changes whose it is, or its pages. */
export async function asDecided(
  item: BatchItem,
  decision: DocumentDecision | null,
  context: ReadContext,
): Promise<BatchItem> {
  if (item.row.status === 'refused') return item;
  const assigned = decision?.kind === 'assign' ? context.directory.byId(decision.clientId) : null;
  const trimmed = decision?.kind === 'without-internal-pages';
  const overridden = decision?.kind === 'override' && isReason(decision.reason);
  if (item.assigned === (assigned?.id ?? null) && item.trimmed === trimmed) return { ...item, overridden };
  const { password } = item;
  return readDocument(item.row.id, item.source, context, { assigned, trimmed, overridden, password });
}
