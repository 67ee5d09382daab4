import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import { contentMatch } from './content-match';
import type { ContentMatch } from './content-match';
import type { DocumentFacts } from './document-facts';
import { nameKey, nameWords } from './name-match';
import { hasName } from './name-on-page';

/**
 * Clients whom the content fits as well as it fits `client`, or better: namesakes whom nothing tells apart, a son where
 * the page names the father, two masked SINs with the same end. None where the client's whole SIN is printed.
 */
export function rivalClients(
  client: LocalClient,
  match: ContentMatch,
  facts: DocumentFacts,
  directory: ClientDirectory,
): LocalClient[] {
  if (match.sinPages.length > 0 && (client.sin !== null || client.businessNumber !== null)) return [];
  return clientsSighted(facts, directory).filter((other) => {
    if (other.id === client.id || other.kind !== client.kind) return false;
    const isNamesake = match.name === null || isOneName(client, other);
    if (!isNamesake && match.name?.whole !== false) return false;
    const theirs = contentMatch(facts, other, other.sin, directory);
    // « Anne-Marie Singh » shows half of Marie-Claude Singh's name, and the whole of her own.
    if (!isNamesake && theirs.name?.whole !== true) return false;
    // Of two namesakes, nobody knows whether a number that is not the one's is the other's, whose list leaves it blank.
    const isUnknown =
      client.sin === null && client.kind === 'individual' && nameKey(client.name.full) === nameKey(other.name.full);
    if (isUnknown && match.name !== null) return placesOf(theirs) >= placesOf(match);
    if (theirs.otherSinPages.length > 0 || theirs.otherMaskedPages.length > 0) return false;
    const [own, rival] = [strengthOf(client, match), strengthOf(other, theirs)];
    if (rival.name < own.name || rival.sin < own.sin) return false;
    // The client's own name is nowhere: whoever is named must be vouched for by more than a name.
    if (match.name === null) return rival.sin + rival.place > 0;
    return rival.name > own.name || rival.place >= own.place;
  });
}

/**
 * Namesakes whom the digits printed of a masked SIN leave possible beside `client`, and whom only an address rules out:
 * people move and lists lag, so an address alone vouches for nobody. `numbered`: the file name bears the client's number.
 */
export function maskedNamesakes(
  client: LocalClient,
  match: ContentMatch,
  facts: DocumentFacts,
  directory: ClientDirectory,
  numbered: boolean,
): LocalClient[] {
  const shown = facts.identifiers.flatMap(({ sins }) => sins.filter(({ masked, party }) => masked && party === 'own'));
  const [first] = shown;
  if (first === undefined || match.sinPages.length > 0) return [];
  const isNumberTold = numbered || match.clientNumberPages.length > 0;
  return directory
    .bySinSuffix(first.digits)
    .filter(
      (other) =>
        other.id !== client.id &&
        other.kind === client.kind &&
        isOneName(client, other) &&
        shown.every(({ digits }) => other.sin?.endsWith(digits)) &&
        !(isNumberTold && other.clientNumber !== client.clientNumber),
    );
}

/** Clients whose telling words stand in one block of a page, on pages that may be theirs. */
export function clientsSighted({ words }: DocumentFacts, directory: ClientDirectory): LocalClient[] {
  const found = words.flatMap((page) =>
    [...new Set([...page.tokens.keys()].flatMap((token) => directory.byLastWord(token)))].filter((client) =>
      hasName(page, client.name),
    ),
  );
  return [...new Set(found)];
}

/** Equal names, or one within the other. */
function isOneName(a: LocalClient, b: LocalClient): boolean {
  const [short = [], long = []] = [nameWords(a.name.full), nameWords(b.name.full)].sort((x, y) => x.length - y.length);
  return short.every((word) => long.includes(word));
}

function strengthOf(client: LocalClient, match: ContentMatch) {
  const isPrinted = match.sinPages.length > 0 && client.sin !== null;
  return {
    sin: isPrinted ? 2 : match.maskedPages.length > 0 && client.sin !== null ? 1 : 0,
    name: match.name === null ? 0 : match.name.count + (match.name.whole ? 0.5 : 0),
    place: placesOf(match),
  };
}

/** Address and client number, each once. */
const placesOf = ({ postalCodePages, clientNumberPages }: ContentMatch): number =>
  Math.min(postalCodePages.length, 1) + Math.min(clientNumberPages.length, 1);
