import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import type { DocumentFacts } from './document-facts';
import { hasNameOnOneLine, sightName, tellingWords } from './name-on-page';
import type { NameSighting, PageWords } from './name-on-page';
import type { PageIdentifiers, SinSighting } from './page-identifiers';
import type { Party } from './party-words';

/** How a document's text agrees with one client, page by page (page numbers from 1; empty = nowhere). */
export interface ContentMatch {
  readonly sinPages: readonly number[];
  readonly maskedPages: readonly number[];
  /** Pages whose own taxpayer, by SIN, is somebody else: whole, then masked. */
  readonly otherSinPages: readonly number[];
  readonly otherMaskedPages: readonly number[];
  readonly namePages: readonly number[];
  /** The fullest sighting of the name. */
  readonly name: NameSighting | null;
  readonly postalCodePages: readonly number[];
  readonly clientNumberPages: readonly number[];
}

/** `sin` is the client's, or the file name's when the list leaves it blank. */
export function contentMatch(
  facts: DocumentFacts,
  client: LocalClient,
  sin: string | null,
  directory: ClientDirectory,
): ContentMatch {
  const { identifiers } = facts;
  const pagesWhere = (test: (page: PageIdentifiers) => boolean) => identifiers.filter(test).map(({ page }) => page);
  const others = identifiers.map((page) => ownedByAnother(page, client, sin, directory));
  const isOther = (page: number) => others[identifiers.findIndex((it) => it.page === page)] !== null;
  const bn = client.businessNumber;
  const fits = fitsSin(client, sin);
  const ownPages = facts.words.filter(({ page }) => !isOther(page));
  const names = ownPages.flatMap((page) => {
    const name = sightName(page, client.name);
    return name === null ? [] : [{ page: page.page, name }];
  });
  return {
    sinPages: pagesWhere(
      (page) =>
        !isOther(page.page) &&
        (page.sins.some((sighting) => !sighting.masked && fits(sighting)) ||
          (bn !== null && (page.businessNumbers.includes(bn) || page.nineDigits.some(({ digits }) => digits === bn)))),
    ),
    maskedPages: pagesWhere(
      (page) => !isOther(page.page) && page.sins.some((sighting) => sighting.masked && fits(sighting)),
    ),
    otherSinPages: pagesWhere(({ page }) => others[identifiers.findIndex((it) => it.page === page)] === 'whole'),
    otherMaskedPages: pagesWhere(({ page }) => others[identifiers.findIndex((it) => it.page === page)] === 'masked'),
    namePages: names.map(({ page }) => page),
    name: names.map(({ name }) => name).reduce<NameSighting | null>((best, it) => (fuller(it, best) ? it : best), null),
    postalCodePages: pagesWhere(
      (page) => client.address.postalCode !== null && page.postalCodes.includes(client.address.postalCode),
    ),
    clientNumberPages: pagesWhere((page) => page.clientNumber !== null && page.clientNumber === client.clientNumber),
  };
}

const fuller = (a: NameSighting, b: NameSighting | null): boolean => b === null || a.count > b.count;

const fitsSin =
  (client: LocalClient, sin: string | null) =>
  ({ digits, masked }: SinSighting): boolean =>
    (sin !== null && (masked ? sin.endsWith(digits) : digits === sin)) || digits === client.businessNumber;

/** A slip in a person's return is that person's; in an organisation's, it is of somebody whom it paid. */
export const isOfTaxpayer = (party: Party, { kind }: LocalClient): boolean =>
  party === 'own' || (party === 'recipient' && kind === 'individual');

/**
 * A page whose own taxpayer's cell holds a SIN, and not this client's. A number that is nobody's of the office counts
 * when it is plausible and the client's own is known (or cannot be: an organisation has none).
 */
function ownedByAnother(
  page: PageIdentifiers,
  client: LocalClient,
  sin: string | null,
  directory: ClientDirectory,
): 'whole' | 'masked' | null {
  if (isOfAnotherOrganisation(page, client, directory)) return 'whole';
  const { kind, sins } = page;
  const own = sins.filter(({ party }) => isOfTaxpayer(party, client));
  if (own.some(fitsSin(client, sin))) return null;
  const isKnown = sin !== null || client.kind !== 'individual';
  const isTelling = ({ digits, masked, plausible }: SinSighting): boolean =>
    masked
      ? isKnown
      : directory.bySin(digits).some(({ id }) => id !== client.id) ||
        (plausible && isKnown && directory.byBusinessNumber(digits).length === 0);
  const telling = own.filter(isTelling);
  if (telling.length === 0) return null;
  // Of two who elect together, the one whose number nobody has may be the client, whose number is blank.
  if (kind === 'joint' && !isKnown && own.some((it) => it.plausible && !telling.includes(it))) return null;
  return telling.some(({ masked }) => !masked) ? 'whole' : 'masked';
}

/** « Ltd. » and « Ltée » are one name: where the client's business number is known, another client's says whose page it is. */
function isOfAnotherOrganisation(
  { businessNumbers, ownBusinessNumbers, nineDigits }: PageIdentifiers,
  { kind, businessNumber }: LocalClient,
  directory: ClientDirectory,
): boolean {
  if (kind === 'individual' || businessNumber === null) return false;
  if (businessNumbers.includes(businessNumber) || nineDigits.some(({ digits }) => digits === businessNumber))
    return false;
  return ownBusinessNumbers.some((digits) => directory.byBusinessNumber(digits).length > 0);
}

/** Clients whose whole name stands on one line of the page; of two such names, one within the other, the longer. */
export function clientsNamedOn(page: PageWords, directory: ClientDirectory): LocalClient[] {
  const pool = [...page.tokens.keys()].flatMap((token) => directory.byLastWord(token));
  const named = [...new Set(pool)].filter((client) => hasNameOnOneLine(page, client.name));
  return named.filter((client) => !named.some((other) => isWithin(client, other)));
}

function isWithin(client: LocalClient, other: LocalClient): boolean {
  const [words, others] = [tellingWords(client.name), tellingWords(other.name)];
  return words.length < others.length && words.every((word) => others.includes(word));
}
