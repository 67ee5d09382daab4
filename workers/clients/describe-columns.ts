import { cellText } from '../../src/core/clients/cell-text';
import type { SourceDiagnosis } from '../../src/worker-bridge/clients-worker-api';
import type { ClientList } from '../tables/read-client-list';

/** For the source doctor: each column, what it was taken for, and the first value in it. */
export function describeColumns(list: ClientList): SourceDiagnosis['columns'] {
  return list.headers.map((header, column) => ({
    header: cellText(header),
    field: list.header.mapping[column] ?? null,
    sample: cellText(list.rows.find(({ cells }) => cellText(cells[column]) !== '')?.cells[column]),
  }));
}
