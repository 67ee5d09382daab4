import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import { clientsNamedOn, contentMatch, foreignSightings } from './content-match';
import type { ContentMatch } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { ConcordanceGrade, Evidence, EvidenceCode } from './document-row';
import type { ParsedFileName } from './file-name';
import { compareNames } from './name-match';
import { namedClients } from './named-clients';

export interface IdentityQuestion {
  readonly file: ParsedFileName | null;
  readonly facts: DocumentFacts;
  readonly directory: ClientDirectory;
  /** The form is filed for one person alone: anybody else's SIN on it is a contradiction. */
  readonly onePerson: boolean;
  /** « Attribuer à »: the technician's choice, which silences the file name but never the content. */
  readonly assigned: LocalClient | null;
}

/** The identity check's answer (product §2.2). `status` before anything but the identity was looked at. */
export interface Identity {
  readonly client: LocalClient | null;
  readonly candidates: readonly LocalClient[];
  readonly grade: ConcordanceGrade;
  readonly evidence: readonly Evidence[];
  readonly status: 'ready' | 'confirm' | 'check' | 'blocked' | 'unmatched';
}

/** File name ↔ content ↔ client directory. Any voice that speaks for somebody else wins over all that agree. */
export function identify(question: IdentityQuestion): Identity {
  const { file, facts, directory, assigned } = question;
  const named = assigned ? { clients: [assigned], near: [], basis: [] } : namedClients(file, directory);
  const owners = ownersInContent(facts, directory);
  const spoken = named.clients.length > 0 || named.near.length > 0;

  const settled = settle(named.clients, owners, question);
  if (settled !== null) return judge(settled, question, named.basis);
  if (named.clients.length > 1) return undecided(named.clients, named.basis);

  // The content knows its owner by SIN, and the file name means nobody who could be him.
  const owner = owners.length === 1 ? owners[0] : undefined;
  if (owner && !contradictsFileName(owner, file)) {
    const identity = judge(owner, question, []);
    // The number before the name is another family's, or only a rank: somebody has to look.
    const doubted = spoken && !named.near.includes(owner) && identity.status !== 'blocked';
    if (!doubted) return identity;
    return { ...identity, status: 'check', evidence: [...identity.evidence, says('file-name-client-number')] };
  }
  if (owner) return contradiction(named.near[0] ?? owner, owners, facts, ['other-name-for-sin']);
  if (owners.length > 1) return undecided(owners, []);
  if (spoken) return unmatched(named.near);
  return byContentAlone(question);
}

/** Among those the file name means: the only one, or the only one whom the content also shows. */
function settle(
  named: readonly LocalClient[],
  owners: readonly LocalClient[],
  { facts }: IdentityQuestion,
): LocalClient | null {
  if (named.length <= 1) return named[0] ?? null;
  const both = named.filter((client) => owners.includes(client));
  if (both.length === 1) return both[0] ?? null;
  const strong = named.filter((client) => {
    const match = contentMatch(facts, client, client.sin);
    return match.otherMaskedPages.length === 0 && (match.maskedPages.length > 0 || match.postalCodePages.length > 0);
  });
  return strong.length === 1 ? (strong[0] ?? null) : null;
}

/** Clients whose full SIN (or, by a business number, whose company) the text shows; each once, in page order. */
function ownersInContent(facts: DocumentFacts, directory: ClientDirectory): LocalClient[] {
  const found = facts.identifiers.flatMap((page) => [
    ...page.nineDigits.flatMap(({ digits }) => directory.bySin(digits)),
    ...page.businessNumbers.flatMap((digits) => directory.byBusinessNumber(digits)),
  ]);
  return [...new Set(found)];
}

/** The file name means nobody wholly: a SIN or a name in it that could not be the content owner's is a contradiction. */
function contradictsFileName(owner: LocalClient, file: ParsedFileName | null): boolean {
  const identifier = file?.identifier;
  const name = file?.name ?? null;
  if (name !== null && compareNames(owner.name.full, name) === 'different') return true;
  if (identifier?.kind === 'sin') return owner.sin !== identifier.digits;
  return identifier?.kind === 'masked' && !(owner.sin?.endsWith(identifier.suffix) ?? false);
}

function judge(client: LocalClient, question: IdentityQuestion, basis: readonly EvidenceCode[]): Identity {
  const { facts, directory, onePerson, file } = question;
  const fileSin = file?.identifier?.kind === 'sin' ? file.identifier.digits : null;
  const sin = client.sin ?? fileSin;
  const match = contentMatch(facts, client, sin);
  const evidence = evidenceFor(match, basis);

  const foreign = foreignSightings(facts, client, match, directory);
  const strangers = unknownSins(facts, client, sin, directory);
  const outsiders = foreign.filter(({ client: other, by }) => by !== 'mention' && !isSameHousehold(client, other));
  const against: Evidence[] = [
    ...foreign
      .filter(({ by }) => by === 'sin' || by === 'name' || (onePerson && by === 'mention'))
      .map(({ page }) => says('foreign-sin', page)),
    ...foreign.filter(({ by }) => by === 'client-number').map(({ page }) => says('content-client-number', page)),
    ...(onePerson ? match.otherMaskedPages.map((page) => says('content-masked-sin', page)) : []),
    ...(onePerson ? strangers.map((page) => says('content-sin', page)) : []),
  ];
  const contradicted =
    outsiders.some(({ by }) => by !== 'sin') ||
    (onePerson && (foreign.some(({ by }) => by === 'sin' || by === 'name') || strangers.length > 0)) ||
    (onePerson && match.otherMaskedPages.length > 0);
  const all = [...evidence, ...against];
  if (contradicted) return { client, candidates: [], grade: 'contradiction', evidence: all, status: 'blocked' };

  const grade = gradeOf(match);
  const status = statusOf(grade, match, facts, {
    foreign: outsiders.length > 0 || (onePerson && foreign.some(({ by }) => by === 'mention')),
    assigned: question.assigned !== null,
  });
  const doubt = grade === 'full' && match.namePages.length === 0 ? [says('other-name-for-sin')] : [];
  return { client, candidates: [], grade, evidence: [...all, ...doubt], status };
}

function gradeOf(match: ContentMatch): ConcordanceGrade {
  if (match.sinPages.length > 0) return 'full';
  if (match.namePages.length === 0) return 'none';
  if (match.maskedPages.length > 0) return 'masked';
  if (match.postalCodePages.length > 0) return 'name-and-postal-code';
  return match.clientNumberPages.length > 0 ? 'name-and-client-number' : 'unique-name';
}

function statusOf(
  grade: ConcordanceGrade,
  match: ContentMatch,
  facts: DocumentFacts,
  { foreign, assigned }: { readonly foreign: boolean; readonly assigned: boolean },
): Identity['status'] {
  if (foreign) return 'check';
  // An assignment is the technician's own decision: nothing in the content speaks against it.
  if (assigned) return 'ready';
  switch (grade) {
    case 'full':
      return match.namePages.length > 0 ? 'ready' : 'check';
    case 'masked':
    case 'name-and-postal-code':
    case 'name-and-client-number':
      return 'ready';
    case 'unique-name':
      return facts.hasText ? 'confirm' : 'check';
    case 'contradiction':
      return 'blocked';
    case 'none':
      return 'check';
  }
}

/** Pages with a SIN that is nobody's in the office, though the client's own is known: another person's paper. */
function unknownSins(
  facts: DocumentFacts,
  client: LocalClient,
  sin: string | null,
  directory: ClientDirectory,
): number[] {
  if (sin === null) return [];
  return facts.identifiers
    .filter(({ nineDigits }) =>
      nineDigits.some(
        ({ digits, plausible }) =>
          plausible && digits !== sin && digits !== client.businessNumber && directory.bySin(digits).length === 0,
      ),
    )
    .map(({ page }) => page);
}

/** Neither identifier nor file name: a name that stands alone in the text is offered, never taken for granted. */
function byContentAlone(question: IdentityQuestion): Identity {
  const { facts, directory } = question;
  const named = [...new Set(facts.words.flatMap((page) => clientsNamedOn(page, directory)))];
  const [only, ...others] = named;
  if (only === undefined || question.file !== null) return unmatched([]);
  if (others.length > 0) return undecided(named, []);
  const identity = judge(only, question, []);
  return identity.status === 'ready' && identity.grade !== 'masked' ? { ...identity, status: 'confirm' } : identity;
}

function evidenceFor(match: ContentMatch, basis: readonly EvidenceCode[]): Evidence[] {
  const seen = (code: EvidenceCode, pages: readonly number[]): Evidence[] => {
    const [page] = pages;
    return page === undefined ? [] : [{ code, supports: true, page }];
  };
  return [
    ...basis.map((code) => ({ code, supports: true })),
    ...seen('content-sin', match.sinPages),
    ...seen('content-masked-sin', match.maskedPages),
    ...seen('content-name', match.namePages),
    ...seen('content-postal-code', match.postalCodePages),
    ...seen('content-client-number', match.clientNumberPages),
  ];
}

const says = (code: EvidenceCode, page?: number): Evidence =>
  page === undefined ? { code, supports: false } : { code, supports: false, page };

const isSameHousehold = (a: LocalClient, b: LocalClient): boolean =>
  (a.household !== null && a.household === b.household) ||
  (a.clientNumber !== null && a.clientNumber === b.clientNumber);

function contradiction(
  client: LocalClient,
  owners: readonly LocalClient[],
  facts: DocumentFacts,
  codes: readonly EvidenceCode[],
): Identity {
  const page = facts.identifiers.find(({ nineDigits }) =>
    nineDigits.some(({ digits }) => owners[0]?.sin === digits),
  )?.page;
  const evidence = [...codes.map((code) => says(code)), says('foreign-sin', page)];
  return { client, candidates: owners, grade: 'contradiction', evidence, status: 'blocked' };
}

const undecided = (candidates: readonly LocalClient[], basis: readonly EvidenceCode[]): Identity => ({
  client: null,
  candidates,
  grade: 'none',
  evidence: [...basis.map((code) => ({ code, supports: true })), says('two-clients-possible')],
  status: 'unmatched',
});

const unmatched = (candidates: readonly LocalClient[]): Identity => ({
  client: null,
  candidates,
  grade: 'none',
  evidence: [],
  status: 'unmatched',
});
