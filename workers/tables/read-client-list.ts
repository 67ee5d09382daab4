import { appError } from '../../src/core/app-error';
import type { ClientType, Software } from '../../src/core/clients/client';
import { isReturnExport } from '../../src/core/clients/return-export';
import type { SavedMapping } from '../../src/core/clients/saved-mapping';
import type { ReadOverrides } from '../../src/core/clients/source-reading';
import { err, type Result } from '../../src/core/result';
import type { ClientList } from './client-list';
import { decodeText } from './decode-text';
import { readCsvList } from './read-csv-list';
import { readWorkbookList } from './read-workbook-list';
import { sniffKind, WORKBOOK_KINDS } from './sniff-kind';

/** A client list holds text: beyond this it is something else. */
export const MOST_LIST_BYTES = 64 * 1024 * 1024;

/**
 * Bytes of a dropped file → its rows under a known header. DT Max exports `.csv`, Taxprep a workbook (`.xlsx`; `.xls`,
 * `.xlsb` and `.ods` are read as well) and iFirm its contacts as `.csv`; the content is judged, not the name. `saved`:
 * the office's mappings for this software and type, which go before the aliases; `overrides` win over what is detected
 * and over what is remembered. Errors: `import/wrong-kind` {expected, found}, `import/empty-file`,
 * `import/unreadable-csv`, `import/unreadable-xlsx`, `import/workbook-password`, `import/return-not-list`,
 * `import/contacts-export`, `import/no-known-header`, `import/no-rows`, and `import/mixed-list` {individuals,
 * corporations} when its header is one of the other type.
 */
export function readClientList(
  bytes: Uint8Array<ArrayBuffer>,
  software: Software,
  clientType: ClientType,
  saved: readonly SavedMapping[] = [],
  overrides: ReadOverrides = {},
): Result<ClientList> {
  const expected = software === 'dt-max' ? 'csv' : 'xlsx';
  const found = sniffKind(bytes);
  if (found === 'empty') return err(appError('import/empty-file'));
  if (found === 'text') {
    if (expected === 'csv') return readCsvList({ bytes, software, clientType, saved, overrides });
    if (isReturnExport(decodeText(bytes.subarray(0, 65_536)).text)) return err(appError('import/return-not-list'));
    const contacts = readCsvList({ bytes, software, clientType, saved, overrides });
    return contacts.ok ? contacts : err(appError('import/wrong-kind', { expected, found: 'csv' }));
  }
  if (expected === 'csv')
    return err(
      found === 'binary' ? appError('import/unreadable-csv') : appError('import/wrong-kind', { expected, found }),
    );
  if (found === 'protected') return err(appError('import/workbook-password'));
  const kind = WORKBOOK_KINDS.find((one) => one === found);
  return kind
    ? readWorkbookList({ bytes, kind, clientType, saved, overrides })
    : err(appError('import/wrong-kind', { expected, found }));
}
