/** Quebec enterprise number (NEQ): 10 digits that start with 11, 22, 33 or 88 (quebec.ca). No public check digit. */
export function isEnterpriseNumber(digits: string): boolean {
  return /^(?:11|22|33|88)\d{8}$/.test(digits);
}

/** The ten digits of a cell (spaces and dashes allowed); `null` when it is no NEQ. */
export function parseEnterpriseNumber(cell: string): string | null {
  const digits = cell.replace(/[\s.\-–]/gu, '');
  return isEnterpriseNumber(digits) ? digits : null;
}
