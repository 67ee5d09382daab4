import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import { concordanceWith } from './concordance-with';
import { clientsNamedOn, contentMatch } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { EvidenceCode } from './document-row';
import type { ParsedFileName } from './file-name';
import { says } from './identity';
import type { Identity, IdentityQuestion } from './identity';
import { compareNames } from './name-match';
import { namedClients } from './named-clients';

/** File name ↔ content ↔ client directory. Any voice that speaks for somebody else wins over all that agree. */
export function identify(question: IdentityQuestion): Identity {
  const { file, facts, directory, assigned } = question;
  const named = assigned ? { clients: [assigned], near: [], basis: [] } : namedClients(file, directory);
  const owners = ownersInContent(facts, directory);
  const spoken = named.clients.length > 0 || named.near.length > 0;

  const settled = settle(named.clients, owners, question);
  if (settled !== null) return concordanceWith(settled, question, named.basis);
  if (named.clients.length > 1) return undecided(named.clients, named.basis);

  // The content knows its owner by SIN, and the file name means nobody who could be him.
  const owner = owners.length === 1 ? owners[0] : undefined;
  if (owner && !contradictsFileName(owner, file)) {
    const identity = concordanceWith(owner, question, []);
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

/** Neither identifier nor file name: a name that stands alone in the text is offered, never taken for granted. */
function byContentAlone(question: IdentityQuestion): Identity {
  const { facts, directory } = question;
  const named = [...new Set(facts.words.flatMap((page) => clientsNamedOn(page, directory)))];
  const [only, ...others] = named;
  if (only === undefined || question.file !== null) return unmatched([]);
  if (others.length > 0) return undecided(named, []);
  const identity = concordanceWith(only, question, []);
  return identity.status === 'ready' && identity.grade !== 'masked' ? { ...identity, status: 'confirm' } : identity;
}

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
