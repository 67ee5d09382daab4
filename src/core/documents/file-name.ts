import type { FormCode } from '../forms/form-code';
import type { NamingCode } from './document-row';
import { detectNaming } from './nomenclature/detect-naming';
import { NOMENCLATURES } from './nomenclature/nomenclatures';
import { parseByTemplate } from './nomenclature/office-template';
import type { OfficeTemplate } from './nomenclature/office-template';

/** An identifier as a file name writes it; `masked` keeps the digits that show, at the end. */
export type NamedIdentifier =
  | { readonly kind: 'sin'; readonly digits: string }
  | { readonly kind: 'masked'; readonly suffix: string }
  | { readonly kind: 'bn'; readonly digits: string };

/** What one file name says. `null` where it is silent. */
export interface ParsedFileName {
  readonly naming: NamingCode;
  readonly identifier: NamedIdentifier | null;
  readonly clientNumber: string | null;
  readonly name: string | null;
  /** Of the last name, its first letters: N4. */
  readonly nameStart?: string;
  readonly taxYear: number | null;
  readonly form: FormCode | null;
}

/** Reads the base name of an archive entry or file, with or without `.pdf`. `null` when it does not follow the naming. */
export function parseFileName(
  path: string,
  naming: NamingCode | 'detect',
  officeNaming?: OfficeTemplate,
): ParsedFileName | null {
  const stem = stemOf(path);
  const own = officeNaming && (naming === 'N9' || naming === 'detect') ? readByOwn(path, officeNaming) : null;
  if (own !== null) return own;
  return naming === 'detect' ? detectNaming(stem) : (NOMENCLATURES[naming]?.(stem) ?? null);
}

/** Of « Roy, Anne (20) », what is in brackets is the office's when its nomenclature ends there, and no copy's number. */
function readByOwn(path: string, template: OfficeTemplate): ParsedFileName | null {
  const bare = parseByTemplate(stemOf(path), template);
  return bare ?? (template.pattern.trimEnd().endsWith(')') ? parseByTemplate(wholeStemOf(path), template) : null);
}

/** The last path segment, NFC, without `.pdf` nor the « (2) » that a download or a duplicate name adds. */
export const stemOf = (path: string): string => wholeStemOf(path).replace(/\s*\(\d{1,3}\)$/, '');

function wholeStemOf(path: string): string {
  const base = path.split(/[/\\]/).at(-1) ?? path;
  return base
    .normalize('NFC')
    .replace(/\.pdf$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
}
