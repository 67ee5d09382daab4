import type { NamingCode } from '../document-row';
import { parseFileName } from '../file-name';
import type { ParsedFileName } from '../file-name';
import { NOMENCLATURES } from './nomenclatures';
import type { OfficeTemplate } from './office-template';

/** What one nomenclature makes of a batch's file names. */
export interface NamingShare {
  readonly naming: NamingCode;
  /** Names that it reads wholly, by itself. */
  readonly count: number;
  /** The first of them, as it was read. */
  readonly example: NamingExample | null;
}

export interface NamingExample {
  readonly fileName: string;
  readonly parsed: ParsedFileName;
}

/** N1 to N8, then N9 where the office has its own; in that order, whether they explain anything or not. */
export function namingShares(fileNames: readonly string[], own: OfficeTemplate | null): NamingShare[] {
  const namings = [...(Object.keys(NOMENCLATURES) as NamingCode[]), ...(own ? (['N9'] as const) : [])];
  return namings.map((naming) => readBy(fileNames, naming, own ?? undefined));
}

/** Names that the office's own nomenclature reads, tried alone; and those that it does not, first first. */
export function tryTemplate(fileNames: readonly string[], template: OfficeTemplate) {
  const unread = fileNames.filter((fileName) => parseFileName(fileName, 'N9', template) === null);
  return { share: readBy(fileNames, 'N9', template), unread };
}

function readBy(fileNames: readonly string[], naming: NamingCode, own?: OfficeTemplate): NamingShare {
  let count = 0;
  let example: NamingExample | null = null;
  for (const fileName of fileNames) {
    const parsed = parseFileName(fileName, naming, own);
    if (parsed === null) continue;
    count += 1;
    example ??= { fileName, parsed };
  }
  return { naming, count, example };
}
