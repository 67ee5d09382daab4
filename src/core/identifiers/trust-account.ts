/**
 * A trust's account number with the CRA (domain facts §3, unverified: `T` and eight digits; seven are accepted too, since
 * no check digit tells them apart). « T12345678 », « T-1234 5678 », « 12345678 ». `null` when it is none.
 */
export function parseTrustAccount(cell: string): string | null {
  const match = /^T?(\d{7,8})$/u.exec(cell.replace(/[\s.\-–]/gu, '').toUpperCase());
  return match?.[1] === undefined ? null : `T${match[1]}`;
}
