import type { LocalClientId } from '../ids';
import type { ImportedClient, LocalClient } from './client';
import { nameAgreement } from './name-agreement';

/**
 * The clients of this workstation among the rows of a list: by SIN or BN, else by code or client number with an agreeing
 * name, else by an agreeing name with the same birth date, e-mail or postal code. One row to one client; two known and
 * different SINs are two people whatever else agrees. Answers, for each row, the client or `null`.
 */
export function recogniseLocal(
  rows: readonly ImportedClient[],
  locals: readonly LocalClient[],
): (LocalClient | null)[] {
  const answer: (LocalClient | null)[] = rows.map(() => null);
  if (locals.length === 0) return answer;
  const used = new Set<LocalClientId>();
  for (const keysOf of LEVELS) {
    const byKey = new Map<string, LocalClient[]>();
    for (const local of locals) {
      if (used.has(local.id)) continue;
      for (const key of new Set(keysOf(local, local.code))) {
        const members = byKey.get(key);
        if (members) members.push(local);
        else byKey.set(key, [local]);
      }
    }
    const claims = new Map<LocalClient, number[]>();
    rows.forEach((row, index) => {
      if (answer[index]) return;
      const found = [...new Set(keysOf(row, null).flatMap((key) => byKey.get(key) ?? []))].filter(
        (local) => keysOf === byIdentifier || canBeOne(row, local),
      );
      const [only] = found;
      if (only && found.length === 1) claims.set(only, [...(claims.get(only) ?? []), index]);
    });
    for (const [local, indices] of claims) {
      const [index] = indices;
      if (index === undefined || indices.length > 1) continue;
      answer[index] = local;
      used.add(local.id);
    }
  }
  return answer;
}

type Keys = (client: ImportedClient, code: string | null) => string[];

const compact = (parts: readonly (string | null)[]): string[] => parts.filter((part) => part !== null);

const byIdentifier: Keys = ({ sin, businessNumber, programAccount }) =>
  compact([sin && `sin:${sin}`, businessNumber && `bn:${businessNumber}${programAccount ?? ''}`]);
const byCode: Keys = ({ clientNumber }, code) => compact([clientNumber, code]).map((text) => text.toLowerCase());
const byBirthDate: Keys = ({ birthDate }) => compact([birthDate]);
const byEmail: Keys = ({ email }) => compact([email]);
const byPostalCode: Keys = ({ address }) => compact([address.postalCode]);

const LEVELS: readonly Keys[] = [byIdentifier, byCode, byBirthDate, byEmail, byPostalCode];

function canBeOne(row: ImportedClient, local: LocalClient): boolean {
  if (row.sin !== null && local.sin !== null && row.sin !== local.sin) return false;
  if (row.birthDate !== null && local.birthDate !== null && row.birthDate !== local.birthDate) return false;
  return nameAgreement(row.name.full, local.name.full) === 'agreeing';
}
