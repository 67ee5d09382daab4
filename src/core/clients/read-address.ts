import { parsePostalCode, restorePostalCode } from '../identifiers/postal-code';
import type { PostalAddress } from './client';
import { provinceCode } from './province';
import type { RowCells } from './row-cells';

const ZIP_CODE = /^\d{5}(?:-\d{4})?$/u;

export function readAddress(cells: RowCells): PostalAddress {
  const countryText = cells.value('country');
  const country = /^(?:ca|can|canada)?$/iu.test(countryText) ? null : countryText;
  const province = provinceCode(cells.value('province')) || null;
  return {
    street: cells.value('street') || null,
    unit: cells.value('unit') || null,
    city: cells.value('city') || null,
    province,
    postalCode: readPostalCode(cells, country),
    country,
  };
}

/** « A1A 1A1 »; a code of elsewhere as written, where a country or an American state says so. */
function readPostalCode(cells: RowCells, country: string | null): string | null {
  const text = cells.value('postalCode');
  if (text === '') return null;
  const canadian = parsePostalCode(text);
  if (canadian !== null) return canadian;
  if (country !== null) return text;
  const restored = restorePostalCode(text);
  if (restored !== null) {
    cells.note('postal-code-restored', 'postalCode');
    return restored;
  }
  if (ZIP_CODE.test(text) && US_STATE.test(cells.value('province'))) return text;
  return cells.warn('postal-code-malformed', 'postalCode');
}

/** A ZIP code without its state is more likely a slip. */
const US_STATE =
  /^(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC)$/u;
