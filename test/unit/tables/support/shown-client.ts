import type { ReadRow } from '../../../../src/core/clients/read-row';

/** A row with only what is filled: enough to compare every cell, short enough to be read. */
export interface ShownRow {
  readonly source: number;
  /** Field → value; the name as « prénom|nom », or whole when the source did not tell them apart. */
  readonly client: Readonly<Record<string, unknown>>;
  readonly issues: readonly string[];
}

export function shown({ source, client, issues }: ReadRow): ShownRow {
  const { name, address, ...rest } = client;
  const whole = name.first === null && name.last === null ? name.full : `${name.first ?? '*'}|${name.last ?? '*'}`;
  const filled = Object.entries({ name: whole, ...rest, ...address }).filter(
    ([, value]) => value !== null && value !== false,
  );
  return { source, client: Object.fromEntries(filled), issues: issues.map(({ code }) => code) };
}
