import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import type { DocumentFacts } from './document-facts';
import { hasName, hasNameOnOneLine } from './name-on-page';
import type { PageWords } from './name-on-page';

/** How a document's text agrees with one client, page by page (page numbers from 1; empty = nowhere). */
export interface ContentMatch {
  readonly sinPages: readonly number[];
  readonly maskedPages: readonly number[];
  /** Pages with a masked SIN that ends otherwise than the client's. */
  readonly otherMaskedPages: readonly number[];
  readonly namePages: readonly number[];
  readonly postalCodePages: readonly number[];
  readonly clientNumberPages: readonly number[];
  /** Pages whose DT Max header bears another number. */
  readonly otherNumberPages: readonly number[];
}

/** `sin` is the client's, or the file name's when the list leaves it blank. */
export function contentMatch(facts: DocumentFacts, client: LocalClient, sin: string | null): ContentMatch {
  const { identifiers } = facts;
  const pagesWhere = (test: (page: (typeof identifiers)[number]) => boolean) =>
    identifiers.filter(test).map((page) => page.page);
  const bn = client.businessNumber;
  return {
    sinPages: pagesWhere(
      (page) =>
        (sin !== null && page.nineDigits.some(({ digits }) => digits === sin)) ||
        (bn !== null && (page.businessNumbers.includes(bn) || page.nineDigits.some(({ digits }) => digits === bn))),
    ),
    maskedPages: pagesWhere((page) => sin !== null && page.maskedSuffixes.some((suffix) => sin.endsWith(suffix))),
    otherMaskedPages: pagesWhere((page) => sin !== null && page.maskedSuffixes.some((suffix) => !sin.endsWith(suffix))),
    namePages: facts.words.filter((page) => hasName(page, client.name)).map((page) => page.page),
    postalCodePages: pagesWhere(
      (page) => client.address.postalCode !== null && page.postalCodes.includes(client.address.postalCode),
    ),
    clientNumberPages: pagesWhere((page) => page.clientNumber !== null && page.clientNumber === client.clientNumber),
    otherNumberPages: pagesWhere((page) => page.clientNumber !== null && page.clientNumber !== client.clientNumber),
  };
}

/** Another client of the office seen in the text, by full SIN or by the page's only name. */
export interface ForeignSighting {
  readonly client: LocalClient;
  readonly page: number;
  /** `mention`: named on a page that names nobody else, but not in a taxpayer's cell (a preparer may be a client too). */
  readonly by: 'sin' | 'name' | 'mention' | 'client-number';
}

export function foreignSightings(
  facts: DocumentFacts,
  client: LocalClient,
  own: ContentMatch,
  directory: ClientDirectory,
): ForeignSighting[] {
  const owned = (page: number) => [...own.sinPages, ...own.maskedPages, ...own.namePages].includes(page);
  const bySin = facts.identifiers.flatMap(({ page, nineDigits }) =>
    nineDigits.flatMap(({ digits }) =>
      directory
        .bySin(digits)
        .filter((other) => other.id !== client.id && other.sin !== client.sin)
        .map((other) => ({ client: other, page, by: 'sin' as const })),
    ),
  );
  const byName = facts.words
    .filter((page) => !owned(page.page))
    .flatMap((page) =>
      clientsNamedOn(page, directory)
        .filter((other) => other.id !== client.id)
        .map((other) => ({
          client: other,
          page: page.page,
          by: namesATaxpayer(page) ? ('name' as const) : ('mention' as const),
        })),
    );
  const byNumber = facts.identifiers.flatMap(({ page, clientNumber }) => {
    if (clientNumber === null || client.clientNumber === null || clientNumber === client.clientNumber) return [];
    const other = directory.byNumber(clientNumber)[0];
    return other ? [{ client: other, page, by: 'client-number' as const }] : [];
  });
  return [...bySin, ...byName, ...byNumber];
}

/** A page that asks for a first and last name, or a SIN, says whose page it is. */
function namesATaxpayer(page: PageWords): boolean {
  const has = (...words: string[]) => words.every((word) => page.tokens.has(word));
  return (
    has('prenom') ||
    has('first', 'name') ||
    has('given', 'name') ||
    has('nas') ||
    has('social', 'insurance') ||
    has('assurance', 'sociale')
  );
}

/** Clients whose whole name stands on one line of the page. */
export function clientsNamedOn(page: PageWords, directory: ClientDirectory): LocalClient[] {
  const pool = [...page.tokens.keys()].flatMap((token) => directory.byLastWord(token));
  return [...new Set(pool)].filter((client) => hasNameOnOneLine(page, client.name));
}
