import { parseBusinessNumber } from '../identifiers/business-number';
import { parseEnterpriseNumber } from '../identifiers/enterprise-number';
import { parseSin } from '../identifiers/sin';
import { parseTrustAccount } from '../identifiers/trust-account';
import type { ImportedClient } from './client';
import type { RowCells } from './row-cells';

type Identifiers = Pick<
  ImportedClient,
  'sin' | 'businessNumber' | 'programAccount' | 'enterpriseNumber' | 'trustAccount'
>;

/** SIN of a person; `null` when blank, all zeros, masked or malformed, each said. */
export function readSin(cells: RowCells, isPerson: boolean): string | null {
  const sin = parseSin(cells.value('sin'));
  switch (sin.kind) {
    case 'malformed':
      return cells.warn('sin-malformed', 'sin');
    case 'masked':
      cells.note('sin-masked', 'sin');
      return null;
    case 'absent':
      if (isPerson && cells.has('sin')) cells.note('sin-absent', 'sin');
      return null;
    case 'sin':
      if (!sin.luhn) cells.warn('sin-luhn', 'sin');
      if (sin.zeroRestored) cells.note('sin-zero-restored', 'sin');
      return sin.digits;
  }
}

/**
 * Every number of a row. « Numéro d'entreprise » means the federal number to one office and the NEQ to another, and a
 * trust's number is often typed there too: each has a shape of its own, so it is read for what it is.
 */
export function readIdentifiers(cells: RowCells, isPerson: boolean): Identifiers {
  const [business, enterprise, trust] = [
    cells.value('businessNumber'),
    cells.value('enterpriseNumber'),
    cells.value('trustAccount'),
  ];
  const isTrustAccount = /^T[\s\d-]+$/iu.test(business) && parseTrustAccount(business) !== null;
  const strays = parseEnterpriseNumber(business);
  const number = parseBusinessNumber(isTrustAccount || strays !== null ? '' : business);
  const fromEnterprise = business === '' ? parseBusinessNumber(enterprise) : null;
  const movedBusiness = fromEnterprise?.kind === 'business-number' && fromEnterprise.luhn ? fromEnterprise : null;
  const read = movedBusiness ?? number;
  if (read.kind === 'malformed') cells.warn('bn-malformed', 'businessNumber');
  if (read.kind === 'business-number' && !read.luhn) cells.warn('bn-luhn', 'businessNumber');
  if (read.kind === 'business-number' && read.zeroRestored) cells.note('bn-zero-restored', 'businessNumber');

  const ownEnterprise = movedBusiness === null ? parseEnterpriseNumber(enterprise) : null;
  if (enterprise !== '' && ownEnterprise === null && movedBusiness === null)
    cells.warn('neq-malformed', 'enterpriseNumber');

  const trustAccount = parseTrustAccount(trust) ?? (isTrustAccount ? parseTrustAccount(business) : null);
  if (trust !== '' && parseTrustAccount(trust) === null) cells.warn('trust-account-malformed', 'trustAccount');

  return {
    sin: readSin(cells, isPerson),
    businessNumber: read.kind === 'business-number' ? read.digits : null,
    programAccount: read.kind === 'business-number' ? read.programAccount : null,
    enterpriseNumber: ownEnterprise ?? strays,
    trustAccount,
  };
}
