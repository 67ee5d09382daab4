/**
 * « A1A 1A1 » from a Canadian postal code in any writing; letters Canada Post does not use are refused (no D, F, I, O,
 * Q, U anywhere, no W or Z first). `null` when it is none.
 */
export function parsePostalCode(cell: string): string | null {
  const text = cell.replace(/[\s\-–]/gu, '').toUpperCase();
  const match = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(\d[ABCEGHJ-NPRSTV-Z]\d)$/.exec(text);
  return match ? `${match[1]} ${match[2]}` : null;
}
