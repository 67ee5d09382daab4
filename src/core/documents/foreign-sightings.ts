import type { LocalClient } from '../clients/client';
import { FORM_CATALOG } from '../forms/catalog';
import type { FormCode } from '../forms/form-code';
import { isPaper } from '../forms/is-paper';
import type { ClientDirectory } from './client-directory';
import { clientsNamedOn, isOfTaxpayer } from './content-match';
import type { ContentMatch } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { EvidenceCode } from './document-row';
import type { PageWords } from './name-on-page';
import type { SinSighting } from './page-identifiers';
import { areSeparated, isSameHousehold } from './same-household';

/** Somebody else seen in a document. `weight`: it contradicts, has to be looked at, or stands there rightly. */
export interface ForeignSighting {
  readonly page: number;
  readonly code: EvidenceCode;
  readonly weight: 'contradicts' | 'doubt' | 'note';
}

/** What a foreign scan asks. `form` is the document's; a page may bear another's. */
export interface ForeignQuestion {
  readonly facts: DocumentFacts;
  readonly client: LocalClient;
  /** The client's, or the file name's when the list leaves it blank. */
  readonly sin: string | null;
  readonly match: ContentMatch;
  readonly directory: ClientDirectory;
  readonly form: FormCode | null;
}

/** Every page is searched for another person's SIN, name or DT Max number (product §2.2). */
export const foreignSightings = (question: ForeignQuestion): ForeignSighting[] => [
  ...otherTaxpayers(question),
  ...otherOwnPages(question),
  ...spousesPages(question),
  ...otherOrganisations(question),
  ...sinsBeside(question),
  ...namedPages(question),
  ...clientNumbers(question),
  ...otherAddressees(question),
];

/** The page's own taxpayer is somebody else: no exemption covers that. */
const otherTaxpayers = ({ match }: ForeignQuestion): ForeignSighting[] => [
  ...match.otherSinPages.map((page) => ({ page, code: 'foreign-sin', weight: 'contradicts' }) as const),
  ...match.otherMaskedPages.map((page) => ({ page, code: 'content-masked-sin', weight: 'contradicts' }) as const),
];

/**
 * The list leaves the client's SIN blank, and the pages speak of two taxpayers: whose own cell holds another number than
 * the first page that names the client is somebody else's page.
 */
function otherOwnPages({ facts, client, sin, match }: ForeignQuestion): ForeignSighting[] {
  if (sin !== null || client.kind !== 'individual') return [];
  const own = facts.identifiers.map(({ page, sins }) => ({
    page,
    sins: sins.filter(({ party, plausible }) => isOfTaxpayer(party, client) && plausible),
  }));
  const named = new Set(match.namePages);
  const theirs = own.find(({ page, sins }) => named.has(page) && sins.length > 0)?.sins;
  if (theirs === undefined) return [];
  const agree = (digits: string) => theirs.some((it) => it.digits.slice(-3) === digits.slice(-3));
  return own
    .filter(({ sins }) => sins.length > 0 && !sins.some(({ digits }) => agree(digits)))
    .map(({ page, sins }) => {
      const code = sins.some(({ masked }) => !masked) ? 'foreign-sin' : 'content-masked-sin';
      return { page, code, weight: 'contradicts' };
    });
}

/** The client's own number stands in the spouse's block, and the household's other client where the taxpayer's name does. */
function spousesPages({ facts, client, sin, match, directory }: ForeignQuestion): ForeignSighting[] {
  if (sin === null) return [];
  const isTheirs = ({ digits, masked }: SinSighting) => (masked ? sin.endsWith(digits) : digits === sin);
  const named = new Set(match.namePages);
  const turned = facts.identifiers.filter(({ page, kind, sins }) => {
    if (kind !== null || named.has(page) || !sins.some((it) => it.party === 'spouse' && isTheirs(it))) return false;
    return !sins.some((it) => isOfTaxpayer(it.party, client) && isTheirs(it));
  });
  return turned.flatMap(({ page }): ForeignSighting[] => {
    const words = facts.words.find((it) => it.page === page);
    const others = words === undefined ? [] : clientsNamedOn(words, directory);
    const isSpouses = others.some((other) => other.id !== client.id && isSameHousehold(client, other));
    return isSpouses ? [{ page, code: 'content-name', weight: 'contradicts' }] : [];
  });
}

/** In an organisation's document, a page with nothing of its own and the business number of another of the office's. */
function otherOrganisations({ facts, client, match, directory }: ForeignQuestion): ForeignSighting[] {
  if (client.kind === 'individual') return [];
  const own = new Set([...match.sinPages, ...match.namePages, ...match.otherSinPages]);
  const isAnother = (digits: string) => directory.byBusinessNumber(digits).some(({ id }) => id !== client.id);
  return facts.identifiers
    .filter(({ page, businessNumbers }) => !own.has(page) && businessNumbers.some(isAnother))
    .map(({ page, ownBusinessNumbers }) => {
      return { page, code: 'foreign-sin', weight: ownBusinessNumbers.some(isAnother) ? 'contradicts' : 'doubt' };
    });
}

/** SINs beside the client's own: rightly there on forms that show spouses, dependants, shareholders or beneficiaries. */
function sinsBeside({ facts, client, sin, match, directory, form }: ForeignQuestion): ForeignSighting[] {
  const judged = new Set([...match.otherSinPages, ...match.otherMaskedPages]);
  return facts.identifiers
    .filter(({ page }) => !judged.has(page))
    .flatMap(({ page, kind, sins }) => {
      // Elected together: who stands there beside the client is the spouse.
      const isJoint = kind === 'joint';
      const alone = isOnePerson(formOfPage(facts, page, form));
      const first = sins.find((it) => isOfTaxpayer(it.party, client) && it.plausible)?.digits;
      return sins.flatMap(({ digits, masked, plausible, party }): ForeignSighting[] => {
        const isSpouses = party === 'spouse' && areSeparated(client);
        if (sin !== null && (masked ? sin.endsWith(digits) : digits === sin)) {
          // Beside the client's own: a spouse whose number ends alike.
          const isTwice =
            masked && sins.some((it) => it.masked && it.digits === digits && isOfTaxpayer(it.party, client));
          return isSpouses && isTwice ? [{ page, code: 'content-masked-sin', weight: 'contradicts' }] : [];
        }
        if (digits === client.businessNumber) return [];
        const holders = masked ? [] : directory.bySin(digits).filter(({ id }) => id !== client.id);
        const isOwn = isOfTaxpayer(party, client);
        if (!masked && holders.length === 0 && !plausible) return [];
        // A blank in the list: the number may be the client's own.
        if (sin === null && client.kind === 'individual' && isOwn && holders.length === 0) return [];
        const code = masked ? 'content-masked-sin' : holders.length > 0 ? 'foreign-sin' : 'content-sin';
        if (alone) return [{ page, code, weight: 'contradicts' }];
        if (isSpouses) return [{ page, code, weight: 'contradicts' }];
        if (!isOwn || isJoint) return [{ page, code, weight: 'note' }];
        // Whose number comes first is whose page it is: the client's may stand there as a spouse's.
        if (digits === first && holders.length > 0) return [{ page, code, weight: 'contradicts' }];
        const isFamily = holders.some((other) => isSameHousehold(client, other));
        return [{ page, code, weight: isFamily ? 'note' : 'doubt' }];
      });
    });
}

/** Pages that bear nothing of the client's, and another client's name where the taxpayer's stands. */
function namedPages({ facts, client, match, directory, form }: ForeignQuestion): ForeignSighting[] {
  const own = new Set([...match.sinPages, ...match.maskedPages, ...match.namePages]);
  const numbered = new Set(match.clientNumberPages);
  return facts.words
    .filter(({ page }) => !own.has(page))
    .flatMap((page) => {
      const onForm = formOfPage(facts, page.page, form);
      const others = clientsNamedOn(page, directory).filter(
        (other) => other.id !== client.id && mayOwnPage(client, other, onForm),
      );
      return others.map((other): ForeignSighting => {
        const isFamily = isSameHousehold(client, other);
        // The header's number says from whose return, or whose family's, the page was printed.
        const isPrintedForClient = numbered.has(page.page) && !isFamily;
        const isTaxpayer = !isPrintedForClient && (asksForTaxpayer(page) || isAtTop(page, other, directory));
        const weight = isTaxpayer && onForm !== null && !isPaper(onForm) ? 'contradicts' : 'doubt';
        return {
          page: page.page,
          code: 'content-name',
          weight: weight === 'doubt' && (isFamily || isPrintedForClient) ? 'note' : weight,
        };
      });
    });
}

/** Another client's DT Max number in the header of a page: it was printed from that one's return. A family may share one. */
function clientNumbers({ facts, client, directory }: ForeignQuestion): ForeignSighting[] {
  return facts.identifiers.flatMap(({ page, clientNumber }): ForeignSighting[] => {
    if (clientNumber === null || client.clientNumber === null || clientNumber === client.clientNumber) return [];
    const holders = directory.byNumber(clientNumber);
    if (holders.length === 0 || holders.some(({ id }) => id === client.id)) return [];
    return [{ page, code: 'content-client-number', weight: 'contradicts' }];
  });
}

/** A letter is to the person at its head, whoever is named below: a file, a signature. */
function otherAddressees({ facts, client, directory, form }: ForeignQuestion): ForeignSighting[] {
  const [first] = facts.words;
  if (first === undefined || client.kind !== 'individual' || !isPaper(formOfPage(facts, first.page, form))) return [];
  const addressees = clientsNamedOn(topOf(first), directory).filter(({ kind }) => kind === 'individual');
  if (addressees.length === 0 || addressees.some(({ id }) => id === client.id)) return [];
  return [{ page: first.page, code: 'content-name', weight: 'contradicts' }];
}

/** The last form seen at or above the page; a document's pages follow their form's first. Before it lie summaries. */
function formOfPage(facts: DocumentFacts, page: number, form: FormCode | null): FormCode | null {
  if (facts.forms.length === 0) return form;
  return facts.forms.filter((sighting) => sighting.page <= page).at(-1)?.form ?? null;
}

const isOnePerson = (form: FormCode | null): boolean => form !== null && FORM_CATALOG[form].onePerson;

const PERSONAL: ReadonlySet<FormCode | null> = new Set(['T183', 'T1', 'TP-1', 'TP-1000.TE', 'TP-274'] as const);

/** An organisation's forms name its people, and a person's return may name their business. */
function mayOwnPage(client: LocalClient, other: LocalClient, form: FormCode | null): boolean {
  const isPerson = other.kind === 'individual';
  return client.kind === 'individual' ? isPerson : !isPerson || PERSONAL.has(form);
}

/** A page that asks for a first and last name, or a SIN, says whose page it is. */
function asksForTaxpayer({ tokens }: PageWords): boolean {
  const has = (...words: string[]) => words.every((word) => tokens.has(word));
  return (
    has('prenom') ||
    has('first', 'name') ||
    has('given', 'name') ||
    has('nas') ||
    has('social', 'insurance') ||
    has('assurance', 'sociale')
  );
}

/** Lines that print drivers put above a page's own text. */
const TOP_LINES = 3;

const topOf = (page: PageWords): PageWords => ({ ...page, lines: page.lines.slice(0, TOP_LINES) });

const isAtTop = (page: PageWords, other: LocalClient, directory: ClientDirectory): boolean =>
  clientsNamedOn(topOf(page), directory).includes(other);
