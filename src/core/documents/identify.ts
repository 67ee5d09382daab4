import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import { foldTokens } from '../fold-text';
import { isValidSin } from '../identifiers/sin';
import { concordanceWith } from './concordance-with';
import { clientsNamedOn, contentMatch } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { ParsedFileName } from './file-name';
import { isSameNumber } from './known-numbers';
import { doubted, isSendable, says, undecided, unmatched } from './identity';
import type { Identity, IdentityQuestion } from './identity';
import { compareWritten } from './name-match';
import { mayBeginWith } from './name-start';
import { ownersByNumber } from './owners-by-number';
import { clientsOfFileName, nineDigitsIn } from './named-clients';
import { detectNaming } from './nomenclature/detect-naming';
import { clientsSighted } from './rival-clients';

/** File name ↔ content ↔ client directory. Any voice that speaks for somebody else wins over all that agree. */
export function identify(asked: IdentityQuestion): Identity {
  // What does not follow the nomenclature that was chosen is still read by whichever it follows.
  const file = asked.file ?? detectNaming(asked.stem);
  const question = { ...asked, file };
  const { stem, facts, directory, assigned } = question;
  const named = assigned ? { clients: [assigned], near: [], basis: [] } : clientsOfFileName(file, stem, directory);
  const owners = ownersByNumber(facts, directory);
  const spoken = named.clients.length > 0 || named.near.length > 0;

  const settled = settle(named.clients, question);
  if (settled !== null) {
    const identity = concordanceWith(settled, question, named.basis);
    const isOpen = mayMeanAnother(named.clients, settled, file) && isSendable(identity);
    return isOpen ? doubted(identity, 'two-clients-possible') : identity;
  }
  if (named.clients.length > 1) return undecided(named.clients, named.basis);

  // The content knows its owner by SIN, and the file name means nobody who could be him.
  const owner = owners.length === 1 ? owners[0] : undefined;
  if (owner && !contradictsFileName(owner, file)) {
    const identity = concordanceWith(owner, question, []);
    // The number before the name is another family's, or only a rank: somebody has to look.
    const isStranger = file === null && bearsAnotherNumber(owner, stem);
    const isDoubted = (spoken && !named.near.includes(owner)) || isStranger || bearsAnotherName(owner, file);
    if (!isDoubted || identity.status === 'blocked' || identity.status === 'unmatched') return identity;
    const code = isStranger
      ? 'file-name-sin'
      : bearsAnotherName(owner, file)
        ? 'other-name-for-sin'
        : 'file-name-client-number';
    return doubted(identity, code);
  }
  if (owner) return contradiction(named.near[0] ?? owner, owner, facts);
  if (owners.length > 1) return undecided(owners, []);
  if (spoken) return byNearName(named.near, question) ?? unmatched(named.near);
  return byContentAlone(question);
}

/**
 * The content settles it, and nobody knows what the file name meant: « D'Astous, M. » under a number that Marie and Michel
 * share; « Gestion Noël Ltd. » on a document of the other Gestion Noël, limitée.
 */
function mayMeanAnother(named: readonly LocalClient[], settled: LocalClient, file: ParsedFileName | null): boolean {
  const written = file?.name ?? null;
  if (named.length < 2 || written === null) return false;
  const toTheLetter = named.filter(({ name }) => lettersOf(name.full) === lettersOf(written));
  if (toTheLetter.length > 0) return !toTheLetter.includes(settled);
  return named.every(({ name }) => compareWritten(name.full, written) === 'compatible');
}

const lettersOf = (name: string): string => foldTokens(name).sort().join(' ');

/** Among those the file name means: the only one, or the only one whom the content also shows. */
function settle(named: readonly LocalClient[], { facts, directory }: IdentityQuestion): LocalClient | null {
  if (named.length <= 1) return named[0] ?? null;
  const matches = named.map((client) => ({ client, match: contentMatch(facts, client, client.sin, directory) }));
  const possible = matches.filter(
    ({ match }) => match.otherSinPages.length === 0 && match.otherMaskedPages.length === 0,
  );
  const bySin = possible.filter(({ client, match }) => client.sin !== null && match.sinPages.length > 0);
  const voices = ({ match }: (typeof possible)[number]): number =>
    [match.maskedPages, match.postalCodePages, match.clientNumberPages].filter((pages) => pages.length > 0).length;
  const most = Math.max(0, ...possible.map(voices));
  const [only, ...others] = bySin.length > 0 ? bySin : possible.filter((it) => voices(it) === most);
  return only !== undefined && others.length === 0 ? only.client : null;
}

/** The file name means nobody wholly: a SIN or a name in it that could not be the content owner's is a contradiction. */
function contradictsFileName(owner: LocalClient, file: ParsedFileName | null): boolean {
  const identifier = file?.identifier;
  switch (identifier?.kind) {
    case 'sin':
      return owner.sin !== identifier.digits && owner.businessNumber !== identifier.digits;
    case 'masked':
      if (!owner.sin?.endsWith(identifier.suffix)) return true;
      break;
    case 'bn':
      return owner.businessNumber !== identifier.digits;
    case undefined:
  }
  return bearsAnotherName(owner, file);
}

const bearsAnotherName = (owner: LocalClient, file: ParsedFileName | null): boolean =>
  file !== null && file.name !== null && compareWritten(owner.name.full, file.name) === 'different';

/** A file name of no nomenclature in which a SIN stands, and not the content owner's. */
function bearsAnotherNumber({ sin, businessNumber }: LocalClient, stem: string): boolean {
  const numbers = nineDigitsIn(stem);
  const isOwn = (digits: string) => digits === sin || digits === businessNumber;
  return numbers.some((digits) => isValidSin(digits)) && !numbers.some(isOwn);
}

/** A SIN that the list has not, and an initial or a married name: the only client so named, whose address is printed too. */
function byNearName(near: readonly LocalClient[], question: IdentityQuestion): Identity | null {
  const [only, ...others] = near.filter(({ sin, kind }) => sin === null && kind === 'individual');
  if (only === undefined || others.length > 0 || !question.file?.identifier) return null;
  const identity = concordanceWith(only, question, []);
  // By a number only where another document showed it to be theirs: the list has none.
  return identity.grade !== 'unique-name' && identity.status === 'ready' ? identity : null;
}

/** A file name that names nobody: a name that stands alone in the text is offered, never taken for granted. */
function byContentAlone(question: IdentityQuestion): Identity {
  const { file, facts, directory } = question;
  if (file !== null && file.name !== null) return unmatched([]);
  const onOneLine = facts.words.flatMap((page) => clientsNamedOn(page, directory));
  const vouchedFor = clientsSighted(facts, directory).filter((client) => {
    const match = contentMatch(facts, client, client.sin, directory);
    const isVouched = match.maskedPages.length + match.postalCodePages.length + match.clientNumberPages.length > 0;
    return match.name?.whole === true && isVouched && match.otherSinPages.length + match.otherMaskedPages.length === 0;
  });
  const named = [...new Set([...onOneLine, ...vouchedFor])].filter((client) => fitsFileName(client, file, directory));
  const [only, ...others] = named;
  if (only === undefined) return unmatched([]);
  if (others.length > 0) return undecided(named, []);
  const identity = concordanceWith(only, question, []);
  const isListed = identity.grade === 'masked' && only.sin !== null;
  return identity.status === 'ready' && !isListed ? { ...identity, status: 'confirm' } : identity;
}

/** A whole SIN in the file name is nobody's of the list: it may be that of a client whose SIN the list leaves blank. */
function fitsFileName(client: LocalClient, file: ParsedFileName | null, directory: ClientDirectory): boolean {
  if (file?.nameStart !== undefined && !mayBeginWith(client.name, file.nameStart)) return false;
  switch (file?.identifier?.kind) {
    case 'sin':
      return (
        client.sin === null && client.kind === 'individual' && mayBeNumberOf(client, file.identifier.digits, directory)
      );
    case 'masked':
      return client.sin === null || client.sin.endsWith(file.identifier.suffix);
    case 'bn':
      return client.kind !== 'individual' && client.businessNumber === null;
    case undefined:
      return true;
  }
}

function mayBeNumberOf(client: LocalClient, digits: string, directory: ClientDirectory): boolean {
  const known = directory.knownSin(client);
  return known === null || isSameNumber(known, digits);
}

function contradiction(client: LocalClient, owner: LocalClient, facts: DocumentFacts): Identity {
  const page = facts.identifiers.find(({ nineDigits }) => nineDigits.some(({ digits }) => owner.sin === digits))?.page;
  const evidence = [says('other-name-for-sin'), says('foreign-sin', page)];
  return { client, candidates: [owner], grade: 'contradiction', evidence, status: 'blocked' };
}
