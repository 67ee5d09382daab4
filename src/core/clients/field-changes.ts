import { parsePhone } from '../identifiers/phone';
import { parsePostalCode } from '../identifiers/postal-code';
import { addressWords, unitWords } from './address-words';
import type { ImportedClient, ServerClient } from './client';
import { nameTokens } from './name-tokens';
import { provinceCode } from './province';
import { sameEmail, sameName } from './same-value';
import { serverPhone } from './server-phone';
import type { DocumentedField, FieldChange, UpdatableField } from './upsert-plan';

/** What GEM-BOOKS holds of the fields an update can carry; also the shape of what we last sent, for a client under way. */
export type ServerValues = Pick<ServerClient, UpdatableField>;

const DOCUMENTED: ReadonlySet<UpdatableField> = new Set<DocumentedField>([
  'address',
  'address2',
  'city',
  'state',
  'zipcode',
  'phone',
]);

/** True for the fields of the documented PUT; the others need the extension's PATCH. */
export const isDocumentedField = (field: UpdatableField): field is DocumentedField => DOCUMENTED.has(field);

/** What the list says, in the server's fields and writing; `null` where it is silent. */
export function wantedValues(client: ImportedClient): Readonly<Record<UpdatableField, string | null>> {
  const { address } = client;
  return {
    name: client.name.full || null,
    email: client.email,
    language: client.language,
    address: address.street,
    address2: address.unit,
    city: address.city,
    state: address.province,
    zipcode: address.postalCode,
    phone: client.phone === null ? null : serverPhone(client.phone),
  };
}

/**
 * Field by field, what the list would change. A blank in the list never erases; a difference of writing only (accents,
 * case, « boul. », « (514) 555-0123 », an apartment on the street line) is no change. `language` is left out where the
 * server cannot tell it (no extension).
 */
export function fieldChanges(client: ImportedClient, server: ServerValues, extension: boolean): FieldChange[] {
  const wanted = wantedValues(client);
  const changes: FieldChange[] = [];
  let sameLines: boolean | null = null;
  for (const field of FIELDS) {
    const after = wanted[field];
    const before = server[field] ?? '';
    if (after === null || after === before) continue;
    if (field === 'language' && !extension) continue;
    if (field === 'address' || field === 'address2') {
      sameLines ??= sameAddressLines(wanted.address, wanted.address2, server);
      if (sameLines) continue;
    }
    if (before !== '' && SAME_VALUE[field](after, before)) continue;
    changes.push({ field, before, after });
  }
  return changes;
}

const FIELDS = [
  'name',
  'email',
  'language',
  'address',
  'address2',
  'city',
  'state',
  'zipcode',
  'phone',
] as const satisfies readonly UpdatableField[];

const equalWords = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

const SAME_VALUE: Readonly<Record<UpdatableField, (a: string, b: string) => boolean>> = {
  name: sameName,
  email: sameEmail,
  language: (a, b) => a === b,
  address: (a, b) => equalWords(addressWords(a), addressWords(b)),
  address2: (a, b) => equalWords(unitWords(a), unitWords(b)),
  city: (a, b) => equalWords(addressWords(a), addressWords(b)),
  state: (a, b) => a === provinceCode(b.trim()) || equalWords(nameTokens(a), nameTokens(b)),
  zipcode: (a, b) => a === (parsePostalCode(b) ?? b),
  phone: (a, b) => (parsePhone(a)?.e164 ?? a) === (parsePhone(b)?.e164 ?? b),
};

/** « 12, rue X » + « 4 » against « 12, rue X, app. 4 » on one line, and « 4-12, rue X ». */
function sameAddressLines(street: string | null, unit: string | null, server: ServerValues): boolean {
  if (street === null || unit === null) return false;
  const ours = [...addressWords(street), ...unitWords(unit)].toSorted();
  const theirs = addressWords(`${server.address} ${server.address2}`).filter(
    (word) => !/^(?:app|appartement|apt|apartment|unite|unit|bureau|suite|no)$/u.test(word),
  );
  return equalWords(ours, theirs.toSorted());
}
