import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import { contentMatch, foreignSightings } from './content-match';
import type { ContentMatch } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { ConcordanceGrade, Evidence, EvidenceCode } from './document-row';
import { says } from './identity';
import type { Identity, IdentityQuestion } from './identity';

/**
 * How far the document's content agrees that it is this client's. `basis` is what the file name said for the client.
 * Anybody else's SIN on a one-person form, another taxpayer's page, or another family's DT Max number contradicts.
 */
export function concordanceWith(
  client: LocalClient,
  question: IdentityQuestion,
  basis: readonly EvidenceCode[],
): Identity {
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

const isSameHousehold = (a: LocalClient, b: LocalClient): boolean =>
  (a.household !== null && a.household === b.household) ||
  (a.clientNumber !== null && a.clientNumber === b.clientNumber);
