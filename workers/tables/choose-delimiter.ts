import type { ClientType } from '../../src/core/clients/client';
import { findHeaderRow } from '../../src/core/clients/find-header-row';
import { DELIMITERS, type Delimiter } from '../../src/core/clients/source-reading';
import { parseCsv } from './parse-csv';

/** Enough to pass title rows and see whether the rows below are as wide as the header. */
const SAMPLE_ROWS = 60;

export interface DelimiterScore {
  readonly delimiter: Delimiter;
  /** Headers known in the best row; 0 when no row is a header. */
  readonly headers: number;
  /** Share of the rows below that are as wide as the header. */
  readonly even: number;
}

/**
 * Headers known under each delimiter, the best first: most headers, then the rows most often as wide as the header.
 * Never guessed from counts alone: decimal commas and commas in headers mislead that.
 */
export function scoreDelimiters(text: string, clientType: ClientType): DelimiterScore[] {
  const scores = DELIMITERS.map((delimiter): DelimiterScore => {
    const { rows } = parseCsv(text, delimiter, SAMPLE_ROWS);
    const header = findHeaderRow(rows, clientType);
    if (!header) return { delimiter, headers: 0, even: 0 };
    const width = rows[header.index]?.cells.length ?? 0;
    const below = rows.slice(header.index + 1);
    const even = below.filter(({ cells }) => cells.length === width).length / Math.max(1, below.length);
    return { delimiter, headers: header.score, even };
  });
  return scores.toSorted((a, b) => b.headers + b.even - (a.headers + a.even));
}

/** The best of `scoreDelimiters`; `null` when no header is known under any. */
export function chooseDelimiter(text: string, clientType: ClientType): Delimiter | null {
  const [best] = scoreDelimiters(text, clientType);
  return best && best.headers > 0 ? best.delimiter : null;
}
