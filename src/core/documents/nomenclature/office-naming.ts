import type { FormCode } from '../../forms/form-code';
import type { NamingCode } from '../document-row';
import { parseOfficeTemplate } from './office-template';
import type { OfficeTemplate } from './office-template';

/** The office's own nomenclature for one type of document; `by-content` for mixed archives, and types without their own. */
export interface OfficeNaming {
  readonly form: FormCode | 'by-content';
  readonly pattern: string;
}

/** One per type: the newer takes the place of the one before. */
export const withNaming = (kept: readonly OfficeNaming[], naming: OfficeNaming): OfficeNaming[] => [
  ...withoutNaming(kept, naming.form),
  naming,
];

export const withoutNaming = (kept: readonly OfficeNaming[], form: OfficeNaming['form']): OfficeNaming[] =>
  kept.filter((other) => other.form !== form);

export const namingOf = (kept: readonly OfficeNaming[], form: OfficeNaming['form']): OfficeNaming | null =>
  kept.find((naming) => naming.form === form) ?? kept.find((naming) => naming.form === 'by-content') ?? null;

/** What the names of a batch are read by: the type's own, else the one for all; only where N9 may be meant. */
export function templateFor(
  kept: readonly OfficeNaming[],
  form: OfficeNaming['form'],
  naming: NamingCode | 'detect',
): OfficeTemplate | null {
  const own = naming === 'detect' || naming === 'N9' ? namingOf(kept, form) : null;
  const template = own && parseOfficeTemplate(own.pattern);
  return template?.ok ? template.value : null;
}
