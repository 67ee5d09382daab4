import type { ImportedClient, ServerClient } from '../../../../src/core/clients/client';
import type { FieldChange, UpdatableField } from '../../../../src/core/clients/upsert-plan';
import { digits, likeness, low, postal, wordsOf } from './words';

/** The fields an update can carry, in the order they are shown. */
const FIELDS = ['name', 'email', 'language', 'address', 'address2', 'city', 'state', 'zipcode', 'phone'] as const;
export const DOCUMENTED: readonly UpdatableField[] = ['address', 'address2', 'city', 'state', 'zipcode', 'phone'];

export type Values = Readonly<Record<UpdatableField, string>>;

/** « 514 555-0123 ». */
const asOfficesRead = (phone: string | null): string => {
  const ten = digits(phone);
  return phone === null ? '' : `${ten.slice(0, 3)} ${ten.slice(3, 6)}-${ten.slice(6)}`;
};

/** What the list says in the fields of GEM-BOOKS; blank where it says nothing. */
export const ofList = (client: ImportedClient): Values => ({
  name: client.name.full,
  email: client.email ?? '',
  language: client.language ?? '',
  address: client.address.street ?? '',
  address2: client.address.unit ?? '',
  city: client.address.city ?? '',
  state: client.address.province ?? '',
  zipcode: client.address.postalCode ?? '',
  phone: asOfficesRead(client.phone),
});

export const ofServer = (server: ServerClient): Values => ({
  name: server.name,
  email: server.email,
  language: server.language ?? '',
  address: server.address,
  address2: server.address2,
  city: server.city,
  state: server.state,
  zipcode: server.zipcode,
  phone: server.phone,
});

/** What is on its way, over what is there. */
export const over = (sent: Values, there: Values | null): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, sent[field] || (there?.[field] ?? '')])) as Values;

const SHORT: Readonly<Record<string, string>> = { boulevard: 'boul', chemin: 'ch', nord: 'n', saint: 'st' };
const lineOf = (text: string): string =>
  wordsOf(text)
    .map((word) => SHORT[word] ?? word)
    .join(' ');

/** A difference of writing only is none. */
const SAME: Readonly<Record<UpdatableField, (a: string, b: string) => boolean>> = {
  name: (a, b) => a === b || likeness(a, b) === 'agreeing',
  email: (a, b) => low(a) === low(b),
  language: (a, b) => a === b,
  address: (a, b) => lineOf(a) === lineOf(b),
  address2: (a, b) => lineOf(a) === lineOf(b),
  city: (a, b) => lineOf(a) === lineOf(b),
  state: (a, b) => low(a) === low(b),
  zipcode: (a, b) => postal(a) === postal(b),
  phone: (a, b) => digits(a) === digits(b),
};

/** Field by field, what the list would change: a blank in the list never erases. */
export function differences(list: Values, there: Values, extension: boolean): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const [after, before] = [list[field], there[field]];
    if (after === '' || after === before || (field === 'language' && !extension)) return [];
    return before !== '' && SAME[field](after, before) ? [] : [{ field, before, after }];
  });
}
