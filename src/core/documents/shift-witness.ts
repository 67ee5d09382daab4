import type { LocalClient } from '../clients/client';
import type { ShiftWitness } from './batch-shift';
import type { ClientDirectory } from './client-directory';
import { clientsNamedOn, contentMatch } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { ParsedFileName } from './file-name';
import { hasName } from './name-on-page';
import { ownNumbers } from './known-numbers';
import { mayBeginWith } from './name-start';
import { clientsOfFileName } from './named-clients';
import { detectNaming } from './nomenclature/detect-naming';
import { ownersByNumber } from './owners-by-number';
import { clientsSighted } from './rival-clients';

/** Whom the file name alone means, and whom the content alone shows: by its taxpayer's SIN, masked SIN, or only name. */
export function shiftWitness(
  file: ParsedFileName | null,
  stem: string,
  facts: DocumentFacts,
  directory: ClientDirectory,
): ShiftWitness {
  const read = file ?? detectNaming(stem);
  const { clients, near } = clientsOfFileName(read, stem, directory);
  const named = only(clients);
  // With the named one's own number in a taxpayer's cell, it slid from nowhere, whatever strayed into it.
  const isHeld = named !== null && holdsNumberOf(named, facts);
  const perhaps = isHeld ? [named] : [...new Set(shownIn(facts, directory))];
  const shownClient = only(perhaps);
  const mayShow = perhaps.length > 1 ? { mayShow: perhaps.map(({ id }) => id) } : {};
  const shown = shownClient?.id ?? null;
  const byName = shownClient !== null && facts.words.some((page) => hasName(page, shownClient.name));
  const meant = [clients, near, startedBy(read, directory)].find((some) => some.length > 0) ?? [];
  const mayBe = named === null && meant.length > 0 ? { mayBe: meant.map(({ id }) => id) } : {};
  return {
    named: named?.id ?? null,
    shown,
    byName,
    ...mayShow,
    ...mayBe,
    ...(deniedBy(facts, named, directory) ? { denies: true } : {}),
    ...(named === null && isApart(read, facts) ? { apart: true } : {}),
    ...unlistedNumbers(named === null ? read : null, shownClient, facts),
  };
}

/** SINs that the list has not, by which a batch's files say of one another whose they are. */
function unlistedNumbers(
  file: ParsedFileName | null,
  shown: LocalClient | null,
  facts: DocumentFacts,
): Pick<ShiftWitness, 'number' | 'printed'> {
  const number = file?.identifier?.kind === 'sin' ? file.identifier.digits : null;
  const [printed = null, ...others] = shown?.kind === 'individual' && shown.sin === null ? ownNumbers(facts) : [];
  return {
    ...(number === null ? {} : { number }),
    ...(printed === null || others.length > 0 ? {} : { printed }),
  };
}

/** A SIN that the list has not, after the first letters of a name: those who begin so, and whose SIN the list leaves blank. */
function startedBy(file: ParsedFileName | null, directory: ClientDirectory): readonly LocalClient[] {
  const start = file?.nameStart;
  if (start === undefined) return [];
  return directory.clients.filter(
    ({ kind, sin, name }) => kind === 'individual' && sin === null && mayBeginWith(name, start),
  );
}

/** A taxpayer's cell shows the SIN of whom the name means; of a masked one, on a page that bears the name too. */
function holdsNumberOf({ sin, name }: LocalClient, { identifiers, words }: DocumentFacts): boolean {
  if (sin === null) return false;
  return identifiers.some(({ page, kind, sins }) =>
    sins.some(({ party, masked, digits }) => {
      // Two elect together: the page is in the return of either.
      if (kind === 'joint' || party !== 'own' || !sin.endsWith(digits)) return false;
      return !masked || words.some((it) => it.page === page && hasName(it, name));
    }),
  );
}

/** The file name and the content show two whole SINs. */
function isApart(file: ParsedFileName | null, { identifiers }: DocumentFacts): boolean {
  if (file?.identifier?.kind !== 'sin') return false;
  const { digits } = file.identifier;
  const own = identifiers.flatMap(({ sins }) => sins.filter(({ party, plausible }) => party === 'own' && plausible));
  return own.length > 0 && own.every((it) => (it.masked ? !digits.endsWith(it.digits) : it.digits !== digits));
}

/** Every taxpayer's cell of the content is another's. */
function deniedBy(facts: DocumentFacts, named: LocalClient | null, directory: ClientDirectory): boolean {
  if (named === null) return false;
  const match = contentMatch(facts, named, named.sin, directory);
  const others = match.otherSinPages.length + match.otherMaskedPages.length;
  return others > 0 && match.sinPages.length + match.maskedPages.length === 0;
}

/** Several only where a masked number and a name fit several. */
function shownIn(facts: DocumentFacts, directory: ClientDirectory): readonly LocalClient[] {
  const owners = ownersByNumber(facts, directory);
  const people = owners.filter(({ kind }) => kind === 'individual');
  if (people.length > 0) return one(people);
  const own = facts.identifiers.flatMap(({ sins }) => sins.filter(({ party }) => party === 'own'));
  if (own.some(({ masked }) => masked)) {
    const sighted = clientsSighted(facts, directory).filter((client) => {
      const match = contentMatch(facts, client, client.sin, directory);
      return match.maskedPages.length > 0 && match.otherMaskedPages.length === 0;
    });
    if (sighted.length > 0) return sighted;
  }
  if (own.length > 0) {
    // A SIN that the list has not: whoever is named in the taxpayer's cells, and whose SIN the list leaves blank.
    const sighted = clientsSighted(facts, directory);
    return one(sighted.filter((client) => client.sin === null && namedWhole(facts, client, directory)));
  }
  const organisation = one(owners);
  return organisation.length > 0 ? organisation : one(facts.words.flatMap((page) => clientsNamedOn(page, directory)));
}

function namedWhole(facts: DocumentFacts, client: LocalClient, directory: ClientDirectory): boolean {
  return contentMatch(facts, client, null, directory).name?.whole === true;
}

const one = (clients: readonly LocalClient[]): readonly LocalClient[] => {
  const client = only(clients);
  return client === null ? [] : [client];
};

function only(clients: readonly LocalClient[]): LocalClient | null {
  const distinct = [...new Set(clients)];
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
}
