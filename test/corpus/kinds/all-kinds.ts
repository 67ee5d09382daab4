import type { CorpusKind } from '../kind';
import { archives } from './archives';
import { lists } from './lists';
import { pdfs } from './pdfs';

/** Add a kind here: the walk, the page and the report follow. */
export const KINDS: readonly CorpusKind[] = [lists, pdfs, archives];
