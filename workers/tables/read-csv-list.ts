import { appError } from '../../src/core/app-error';
import type { ClientType, Software } from '../../src/core/clients/client';
import { isContactsHeader } from '../../src/core/clients/contacts-export';
import { isReturnExport } from '../../src/core/clients/return-export';
import { findSavedHeader, type SavedMapping, type SavedReading } from '../../src/core/clients/saved-mapping';
import { DELIMITERS, type ReadOverrides } from '../../src/core/clients/source-reading';
import { err, ok, type Result } from '../../src/core/result';
import { scoreDelimiters } from './choose-delimiter';
import type { ClientList } from './client-list';
import { decodeAs, detectEncoding } from './decode-text';
import { parseCsv } from './parse-csv';
import { noHeader, otherType, underHeader } from './under-header';

const SAMPLE_ROWS = 60;
/** Enough text for the rows in which a header is looked for. */
const SAMPLE_BYTES = 256 * 1024;

export interface CsvListRequest {
  readonly bytes: Uint8Array;
  readonly software: Software;
  readonly clientType: ClientType;
  readonly saved: readonly SavedMapping[];
  readonly overrides: ReadOverrides;
}

/**
 * A list in text → its rows under a known header. DT Max writes one; of Taxprep only iFirm's contacts come as text.
 * Errors: those of `readClientList`.
 */
export function readCsvList({ bytes, software, clientType, saved, overrides }: CsvListRequest): Result<ClientList> {
  const decided = Object.keys(overrides).length > 0;
  const remembered = decided ? null : rememberedReading(bytes, saved);
  const detected = detectEncoding(bytes);
  const encoding = overrides.encoding ?? remembered?.encoding ?? detected.encoding;
  const text = decodeAs(bytes, encoding);
  if (!/\S/u.test(text)) return err(appError('import/empty-file'));
  if (isReturnExport(text)) return err(appError('import/return-not-list'));

  const scores = scoreDelimiters(text, clientType);
  const known = DELIMITERS.find((one) => findSavedHeader(parseCsv(text, one, SAMPLE_ROWS).rows, saved) !== null);
  const [best] = scores;
  const delimiter =
    overrides.delimiter ?? remembered?.delimiter ?? known ?? (best && best.headers > 0 ? best.delimiter : null);
  if (delimiter === null) {
    const [other] = scoreDelimiters(text, otherType(clientType));
    const rows = other && other.headers > 0 ? parseCsv(text, other.delimiter).rows : [];
    return err(noHeader({ rows, epoch1904: false }, clientType));
  }
  const { rows, unclosedQuote } = parseCsv(text, delimiter);
  if (unclosedQuote) return err(appError('import/unreadable-csv', { rows: rows.length }));
  const table = { rows, epoch1904: false };
  const list = underHeader({ table, clientType, saved, chosenRow: overrides.headerRow, typed: false });
  if (!list.ok) return list;
  const { why: headerWhy, firstRows, ...under } = list.value;
  const contacts = isContactsHeader(under.headers);
  if (contacts !== (software === 'taxprep'))
    return err(contacts ? appError('import/contacts-export') : appError('import/wrong-kind', WRONG_KIND));
  return ok({
    kind: 'csv',
    encoding,
    delimiter,
    ...under,
    contacts,
    evidence: {
      why: {
        encoding: overrides.encoding ? 'chosen' : remembered?.encoding ? 'remembered' : detected.why,
        delimiter: overrides.delimiter ? 'chosen' : remembered?.delimiter || known ? 'remembered' : 'headers',
        headerRow: headerWhy,
      },
      delimiters: scores.map(({ delimiter: one, headers }) => ({ delimiter: one, headers })),
      sheets: [],
      firstRows,
    },
  });
}

const WRONG_KIND = { expected: 'xlsx', found: 'csv' };

/** What a person decided for a file of the same columns, if this file read so has them. */
function rememberedReading(bytes: Uint8Array, saved: readonly SavedMapping[]): SavedReading | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  for (const mapping of saved) {
    const { reading } = mapping;
    if (reading?.encoding === undefined && reading?.delimiter === undefined) continue;
    const text = decodeAs(sample, reading.encoding ?? detectEncoding(sample).encoding);
    const delimiters = reading.delimiter === undefined ? DELIMITERS : [reading.delimiter];
    if (delimiters.some((one) => findSavedHeader(parseCsv(text, one, SAMPLE_ROWS).rows, [mapping]) !== null))
      return reading;
  }
  return null;
}
