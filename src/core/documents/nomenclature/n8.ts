import type { ParsedFileName } from '../file-name';
import { parsed, readName } from './parts';

/** N8: `{BN}RC0001 {name} {yyyy-mm-dd}` (period end of a corporation). */
export function parseN8(stem: string): ParsedFileName | null {
  const found = /^(\d{9}) ?R[CTPZ]\d{4}[ _-]+(.+?)(?:[ _-]+(20\d\d)-\d\d-\d\d)?$/i.exec(stem);
  const [, digits = '', rest = '', year] = found ?? [];
  const name = readName(rest);
  return name ? parsed('N8', { identifier: { kind: 'bn', digits }, name, taxYear: year ? Number(year) : null }) : null;
}
