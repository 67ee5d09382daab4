import { cellText } from '../../src/core/clients/cell-text';
import type { ReadRow } from '../../src/core/clients/read-row';
import { readValue } from '../../src/core/clients/read-value';
import type { SourceDiagnosis } from '../../src/worker-bridge/clients-worker-api';
import type { ClientList } from '../tables/client-list';

/** For the source doctor: each column, what it was taken for, the first value in it and what was made of that value. */
export function describeColumns(list: ClientList, read: readonly ReadRow[]): SourceDiagnosis['columns'] {
  const bySource = new Map<number, readonly ReadRow[]>();
  for (const row of read) bySource.set(row.source, [...(bySource.get(row.source) ?? []), row]);
  return list.headers.map((header, column) => {
    const field = list.header.mapping[column] ?? null;
    const row = list.rows.find(({ source, cells }) => bySource.has(source) && cellText(cells[column]) !== '');
    const [main, spouse = null] = (row && bySource.get(row.source)) ?? [];
    return {
      header: cellText(header),
      field,
      sample: cellText(row?.cells[column]),
      read: main && field !== null ? readValue(field, main, spouse) : '',
    };
  });
}
