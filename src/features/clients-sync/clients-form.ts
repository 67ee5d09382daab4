import type { ClientType, Software } from '../../core/clients/client';
import type { PlanMode } from '../../core/clients/upsert-plan';

/** What was chosen before Aperçu. Importer stands for exactly these values and these bytes. */
export interface ClientsForm {
  readonly file: File;
  readonly software: Software;
  readonly clientType: ClientType;
  readonly mode: PlanMode;
}

export const sameForm = (a: ClientsForm, b: ClientsForm): boolean =>
  a.file === b.file && a.software === b.software && a.clientType === b.clientType && a.mode === b.mode;

/** DT Max exports text and Taxprep a workbook; any other extension says nothing. */
export function softwareOfFile(name: string): Software | null {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  if (['csv', 'txt', 'tsv'].includes(extension)) return 'dt-max';
  return ['xlsx', 'xls', 'xlsb', 'ods'].includes(extension) ? 'taxprep' : null;
}
