/**
 * Enough to catch what a client list gets wrong (two addresses in a cell, a missing dot, a space), no more: the mail
 * server is the judge. Lower-cased, since offices and GEM-BOOKS differ only in capitals. `null` when it is no address.
 */
export function parseEmail(cell: string): string | null {
  const text = cell
    .trim()
    .replace(/^mailto:/iu, '')
    .replace(/^<(.*)>$/u, '$1')
    .toLowerCase();
  if (text.length > 254) return null;
  return /^[^\s@,;<>()"]{1,64}@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}$/u.test(text) &&
    !/^\.|\.\.|\.@/u.test(text)
    ? text
    : null;
}
