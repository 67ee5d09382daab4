import type { PlacedField } from '../../src/core/forms/placed-field';

/** A field as it is written: the name GEM-BOOKS finds it by, and the tooltip a screen reader says. */
export interface NamedField {
  readonly field: PlacedField;
  readonly name: string;
}

/**
 * `ImpotSync_{kind}[_{part}]_{signer}_{n}`, n counting equal ones from 1: `ImpotSync_time_hh_taxpayer_1`. No dot, which
 * would make a hierarchy. Documented in `docs/file-formats.md`.
 */
export function nameFields(fields: readonly PlacedField[], taken: ReadonlySet<string>): NamedField[] {
  const used = new Set(taken);
  return fields.map((field) => {
    const stem = ['ImpotSync', field.kind, ...(field.part ? [field.part] : []), field.signer].join('_');
    let number = 1;
    while (used.has(`${stem}_${number}`)) number += 1;
    const name = `${stem}_${number}`;
    used.add(name);
    return { field, name };
  });
}
