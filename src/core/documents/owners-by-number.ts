import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import type { DocumentFacts } from './document-facts';

/** Clients whose full SIN a taxpayer's cell shows; without any, the organisations whose business number is printed. */
export function ownersByNumber(facts: DocumentFacts, directory: ClientDirectory): LocalClient[] {
  const pages = facts.identifiers.map(({ sins }) =>
    sins.filter(
      ({ party, plausible, masked, digits }) =>
        party === 'own' && !masked && (plausible || directory.bySin(digits).length > 0),
    ),
  );
  // Two taxpayers of one page, as of a joint election, are not both the document's.
  const alone = pages.filter((sins) => sins.length === 1);
  const own = (alone.length > 0 ? alone : pages).flat().flatMap(({ digits }) => directory.bySin(digits));
  if (own.length > 0) return [...new Set(own)];
  const holding = (digits: string) => directory.byBusinessNumber(digits);
  const organisations = facts.identifiers.flatMap(({ ownBusinessNumbers }) => ownBusinessNumbers.flatMap(holding));
  if (organisations.length > 0) return [...new Set(organisations)];
  return [...new Set(facts.identifiers.flatMap(({ businessNumbers }) => businessNumbers.flatMap(holding)))];
}
