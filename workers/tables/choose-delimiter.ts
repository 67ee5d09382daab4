import type { ClientType } from '../../src/core/clients/client';
import { findHeaderRow } from '../../src/core/clients/find-header-row';
import { DELIMITERS, type Delimiter } from '../../src/core/clients/source-reading';
import { parseCsv } from './parse-csv';

/** Enough to pass title rows and see whether the rows below are as wide as the header. */
const SAMPLE_ROWS = 60;

/**
 * The delimiter under which most headers are known; of equals, the one whose rows are most often as wide as the header.
 * Never guessed from counts alone: decimal commas and commas in headers mislead that. `null` when no header is known.
 */
export function chooseDelimiter(text: string, clientType: ClientType): Delimiter | null {
  let best: { readonly delimiter: Delimiter; readonly score: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const { rows } = parseCsv(text, delimiter, SAMPLE_ROWS);
    const header = findHeaderRow(rows, clientType);
    if (!header) continue;
    const width = rows[header.index]?.cells.length ?? 0;
    const below = rows.slice(header.index + 1);
    const even = below.filter(({ cells }) => cells.length === width).length / Math.max(1, below.length);
    const score = header.score + even;
    if (score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}
