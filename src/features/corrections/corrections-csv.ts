import { csvText } from '../../core/csv-text';
import type { LocalClientId } from '../../core/ids';
import { formatDate } from '../../i18n/format';
import type { Messages } from '../../i18n/fr';
import type { CorrectionGroup } from './correction-groups';
import { fieldWords, valueWords } from './correction-words';

/** Who a client is on the list: its code in GEM-BOOKS, and its name. */
export type ClientWords = (client: LocalClientId) => { readonly code: string; readonly name: string };

/** The list as a spreadsheet: one line per field to correct, open ones first within a client. */
export function correctionsCsv(groups: readonly CorrectionGroup[], clientOf: ClientWords, t: Messages): string {
  const { csv, state } = t.corrections;
  const lines = groups.flatMap(({ client, lines }) => {
    const { code, name } = clientOf(client);
    return lines.map(({ task: { correction }, done, askedAt }) => [
      code,
      name,
      fieldWords(correction, t),
      correction.before === '' ? '' : valueWords(correction, correction.before, t),
      valueWords(correction, correction.after, t),
      formatDate(askedAt),
      done === null ? state.open : state[done.how],
      done === null ? '' : done.on,
    ]);
  });
  return csvText([
    [csv.code, csv.client, csv.field, csv.before, csv.after, csv.askedAt, csv.state, csv.doneOn],
    ...lines,
  ]);
}
