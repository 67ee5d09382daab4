/** The SIN as screens and plain exports show it: last three digits only (« ••• ••• 782 »). */
export function maskSin(digits: string): string {
  return `••• ••• ${digits.slice(-3)}`;
}
