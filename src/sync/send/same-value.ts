import type { UpdatableField } from '../../core/clients/upsert-plan';

/** True when two spellings are one value: a server may fold spaces, and write phones and postal codes its own way. */
export function sameValue(field: UpdatableField, a: string, b: string): boolean {
  return normalise(field, a) === normalise(field, b);
}

function normalise(field: UpdatableField, value: string): string {
  const text = value.normalize('NFC').replace(/\s+/g, ' ').trim();
  switch (field) {
    case 'phone':
      // An extension makes another number, so letters count; the country's 1 does not.
      return text
        .toLowerCase()
        .replace(/[^\da-z]/g, '')
        .replace(/^1(?=\d{10})/, '');
    case 'zipcode':
      return text.replace(/[\s-]/g, '').toUpperCase();
    case 'email':
      return text.toLowerCase();
    case 'address':
    case 'address2':
    case 'city':
    case 'state':
    case 'name':
    case 'language':
      return text;
  }
}
