import type { CorpusKind } from '../kind';
import { lists } from './lists';

/** Add a kind here: the walk, the page and the report follow. */
export const KINDS: readonly CorpusKind[] = [lists];
