import { parsePhone } from '../identifiers/phone';
import { parsePostalCode } from '../identifiers/postal-code';
import type { LocalClient, ServerClient } from './client';
import { provinceCode } from './province';
import type { UpdatableField } from './upsert-plan';

/**
 * The record with these fields as GEM-BOOKS has them: what was refused, locked, or kept by « Garder GEM-BOOKS ». A later
 * list is compared with what both sides hold now, so that the same disagreement is no conflict a second time.
 */
export function withServerValues(record: LocalClient, server: ServerClient, fields: ReadonlySet<string>): LocalClient {
  if (fields.size === 0) return record;
  const { address } = record;
  const own = <T>(field: UpdatableField, theirs: T, ours: T): T => (fields.has(field) ? theirs : ours);
  return {
    ...record,
    name: own('name', { full: server.name, first: null, last: null }, record.name),
    email: own('email', server.email.trim().toLowerCase() || null, record.email),
    language: own('language', server.language, record.language),
    phone: own('phone', parsePhone(server.phone)?.e164 ?? (server.phone.trim() || null), record.phone),
    address: {
      ...address,
      street: own('address', server.address.trim() || null, address.street),
      unit: own('address2', server.address2.trim() || null, address.unit),
      city: own('city', server.city.trim() || null, address.city),
      province: own('state', provinceCode(server.state.trim()) ?? (server.state.trim() || null), address.province),
      postalCode: own(
        'zipcode',
        parsePostalCode(server.zipcode) ?? (server.zipcode.trim() || null),
        address.postalCode,
      ),
    },
  };
}
