import type { LocalClient } from '../clients/client';
import { contentMatch } from './content-match';
import type { ContentMatch } from './content-match';
import type { ConcordanceGrade, Evidence, EvidenceCode } from './document-row';
import type { DocumentFacts } from './document-facts';
import { foreignSightings } from './foreign-sightings';
import { doubted, isSendable, says, undecided, unmatched } from './identity';
import type { Identity, IdentityQuestion } from './identity';
import { isSameNumber, ownNumbers, WHOLE } from './known-numbers';
import { maskedNamesakes, rivalClients } from './rival-clients';

/**
 * How far the document's content agrees that it is this client's. `basis` is what the file name said for the client. A
 * number that the list leaves blank counts where an imported document showed it of the client, and this one prints it.
 */
export function concordanceWith(
  client: LocalClient,
  question: IdentityQuestion,
  basis: readonly EvidenceCode[],
): Identity {
  const known = question.directory.knownSin(client);
  const own = client.sin === null && client.kind === 'individual' ? ownNumbers(question.facts) : [];
  const printed = known === null ? [] : own.filter((digits) => isSameNumber(known, digits));
  if (known === null || printed.length === 0) {
    const found = concordanceOf(client, question, basis);
    const isAnothers = own.some((digits) => question.directory.byKnownSin(digits).some(({ id }) => id !== client.id));
    const isDisputed = isAnothers || (known !== null && own.length > 0);
    return isDisputed && isSendable(found) ? doubted(found, 'sin-seen-before') : found;
  }
  const [sin = known] = [known, ...printed].sort((a, b) => b.length - a.length);
  // The file name says another: it speaks for somebody else.
  const written = question.file?.identifier;
  if (written?.kind === 'sin' && !isSameNumber(written.digits, sin)) return concordanceOf(client, question, basis);
  const numbered = { ...client, sin };
  const found = concordanceOf(numbered, question, basis);
  // Digits that a mask left, without the name, may be anybody's.
  if (found.grade === 'none') return concordanceOf(client, question, basis);
  const asListed = (one: LocalClient) => (one === numbered ? client : one);
  const seen: Evidence = { code: 'sin-seen-before', supports: true };
  return {
    ...found,
    client: found.client && asListed(found.client),
    candidates: found.candidates.map(asListed),
    // Of which only the last digits were seen before, no more than they are known.
    grade: found.grade === 'full' && known.length < WHOLE ? 'masked' : found.grade,
    evidence: [...found.evidence, seen],
  };
}

/**
 * Another taxpayer's page, anybody else's SIN on a one-person form, or another family's DT Max number contradicts.
 */
function concordanceOf(client: LocalClient, question: IdentityQuestion, basis: readonly EvidenceCode[]): Identity {
  const { facts, directory, form, file, assigned } = question;
  const fileSin = file?.identifier?.kind === 'sin' ? file.identifier.digits : null;
  const sin = client.sin ?? (client.kind === 'individual' ? fileSin : null);
  const match = contentMatch(facts, client, sin, directory);
  const foreign = foreignSightings({ facts, client, sin, match, directory, form });
  const evidence = [...evidenceFor(match, basis), ...foreign.map(({ code, page }) => says(code, page))];
  if (foreign.some(({ weight }) => weight === 'contradicts')) {
    return { client, candidates: [], grade: 'contradiction', evidence, status: 'blocked' };
  }

  if (isMaskedOtherwise(client, question)) {
    const said = [...evidence, says('file-name-masked-sin')];
    return { client, candidates: [], grade: 'contradiction', evidence: said, status: 'blocked' };
  }

  const grade = gradeOf(client, match);
  if (assigned === null) {
    const rivals = rivalClients(client, match, facts, directory);
    if (rivals.length > 0) return undecided([client, ...rivals], basis);
    const numbered = basis.includes('file-name-client-number');
    if (grade === 'unique-name' && !numbered && isNumberUnknown(client, question)) return unmatched([client]);
    if (isByNameAlone(grade, match) && isNumberedOtherwise(client, question)) {
      return { ...unmatched([client]), evidence: [...evidence, says('file-name-client-number')] };
    }
    if (grade === 'none' && facts.hasText && isSilentOn(match)) return unmatched([client]);
    if (grade === 'masked' && !numbered && !basis.includes('file-name-sin') && livesElsewhere(client, facts)) {
      return { ...unmatched([client]), evidence: [...evidence, says('content-postal-code')] };
    }
    const namesakes =
      grade === 'masked' && !basis.includes('file-name-sin')
        ? maskedNamesakes(client, match, facts, directory, numbered)
        : [];
    if (namesakes.length > 0) {
      const said = [...evidence, says('two-clients-possible')];
      return { client, candidates: [client, ...namesakes], grade, evidence: said, status: 'check' };
    }
  }
  const isDoubted = foreign.some(({ weight }) => weight === 'doubt');
  const status = isDoubted ? 'check' : statusOf(grade, match, question);
  const doubt = grade === 'full' && match.namePages.length === 0 ? [says('other-name-for-sin')] : [];
  return { client, candidates: [], grade, evidence: [...evidence, ...doubt], status };
}

/** The list's own number is what counts: one that only the file name and the content share vouches for nobody. */
function gradeOf(client: LocalClient, match: ContentMatch): ConcordanceGrade {
  const isListed = client.sin !== null || client.businessNumber !== null;
  if (isListed && match.sinPages.length > 0) return 'full';
  if (match.namePages.length === 0) return 'none';
  if (isListed && match.maskedPages.length > 0) return 'masked';
  if (match.postalCodePages.length > 0) return 'name-and-postal-code';
  return match.clientNumberPages.length > 0 ? 'name-and-client-number' : 'unique-name';
}

/** A name, with or without the few digits that a mask shows, and no place or number beside it. */
const isByNameAlone = (grade: ConcordanceGrade, match: ContentMatch): boolean =>
  grade === 'unique-name' ||
  (grade === 'masked' && match.postalCodePages.length + match.clientNumberPages.length === 0);

/** A text without anything of the client's: the file name alone takes nobody. */
const isSilentOn = (match: ContentMatch): boolean =>
  [match.maskedPages, match.postalCodePages, match.clientNumberPages, match.sinPages].every((it) => it.length === 0);

/** A name, three or four digits, and a home that is not the client's: as well a namesake whom the list has not. */
function livesElsewhere(
  { address: { postalCode }, clientNumber }: LocalClient,
  { identifiers }: DocumentFacts,
): boolean {
  if (
    postalCode === null ||
    identifiers.some((page) => page.clientNumber !== null && page.clientNumber === clientNumber)
  )
    return false;
  const homes = identifiers.flatMap(({ homePostalCodes }) => homePostalCodes);
  return homes.length > 0 && !identifiers.some(({ postalCodes }) => postalCodes.includes(postalCode));
}

/** Nothing but a name, and a SIN that the list does not have: as likely a namesake, whom nothing tells apart. */
function isNumberUnknown(client: LocalClient, { facts }: IdentityQuestion): boolean {
  if (client.sin !== null || client.kind !== 'individual') return false;
  return facts.identifiers.some(({ sins }) => sins.some(({ party }) => party === 'own'));
}

/** The list leaves the SIN blank, and the file name and the content show two. */
function isMaskedOtherwise({ kind, sin }: LocalClient, { facts, file, assigned }: IdentityQuestion): boolean {
  if (assigned !== null || kind !== 'individual' || sin !== null || file?.identifier?.kind !== 'masked') return false;
  const { suffix } = file.identifier;
  const own = ownNumbers(facts);
  return own.length > 0 && !own.some((digits) => isSameNumber(digits, suffix));
}

/** A number in the file name that is shaped as the office's own, and is not the client's: a namesake, rather. */
function isNumberedOtherwise({ clientNumber }: LocalClient, { file, directory }: IdentityQuestion): boolean {
  const named = file?.clientNumber ?? null;
  if (named === null || clientNumber === null || named === clientNumber) return false;
  return directory.clients.some((other) => other.clientNumber?.length === named.length);
}

function statusOf(
  grade: ConcordanceGrade,
  match: ContentMatch,
  { facts, assigned }: IdentityQuestion,
): Identity['status'] {
  // An assignment is the technician's own decision: nothing in the content speaks against it.
  if (assigned !== null) return 'ready';
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
