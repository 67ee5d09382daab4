import type { LocalClient } from '../../../src/core/clients/client';
import { ClientDirectory } from '../../../src/core/documents/client-directory';
import { documentFacts } from '../../../src/core/documents/document-facts';
import { parseFileName, stemOf } from '../../../src/core/documents/file-name';
import { identify } from '../../../src/core/documents/identify';
import type { Identity } from '../../../src/core/documents/identity';
import type { FormCode } from '../../../src/core/forms/form-code';
import { testClient } from './test-client';
import { page } from './test-page';
import type { line } from './test-page';

/** Lines of one page, from the top. */
export type Lines = readonly (string | ReturnType<typeof line>)[];

/** What the Concordance of an office of these clients says of a document of these pages under this file name. */
export const identified = (
  clients: readonly LocalClient[],
  name: string,
  form: FormCode,
  ...pages: readonly Lines[]
): Identity =>
  identify({
    file: parseFileName(name, 'detect'),
    stem: stemOf(name),
    facts: documentFacts(pages.map((lines, index) => page(lines, { page: index + 1 }))),
    directory: new ClientDirectory(clients),
    form,
    assigned: null,
  });

export const home = (postalCode: string): LocalClient['address'] => ({
  street: null,
  unit: null,
  city: null,
  province: 'QC',
  postalCode,
  country: null,
});

// A fictitious office: spouses under one number, a client apart, and one whose SIN the list leaves blank.
export const couple = { clientNumber: '10', household: 'h10', address: home('G1M 6P9') };
export const marie = testClient('marie', 'Marie Roy', { ...couple, sin: '046454286', relation: 'head' });
const eve = testClient('eve', 'Marie-Ève Roy', { ...couple, sin: '130692544', relation: 'spouse' });
export const anne = testClient('anne', 'Anne Blanc', { sin: '999085582', clientNumber: '20' });
const blank = testClient('blank', 'Paul Noir', { clientNumber: '30', address: home('H2X 1Y4') });
export const office = [marie, eve, anne, blank];

/** The same of that office. */
export function ask(name: string, form: FormCode, ...pages: readonly Lines[]) {
  const { status, grade, client } = identified(office, name, form, ...pages);
  return { status, grade, client: client?.id ?? null };
}
