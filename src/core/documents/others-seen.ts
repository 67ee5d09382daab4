import type { LocalClient } from '../clients/client';
import type { ClientDirectory } from './client-directory';
import { clientsNamedOn } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { Evidence } from './document-row';

/** More would not be compared side by side. */
const AT_MOST = 3;

/**
 * Whom the pages that contradict the match speak of, among the office's clients: the reviewer is told whose number or
 * name it is, and may say that the document is theirs. A masked number names nobody.
 */
export function othersSeen(
  facts: DocumentFacts,
  client: LocalClient,
  evidence: readonly Evidence[],
  directory: ClientDirectory,
): LocalClient[] {
  const against = evidence.filter(({ supports }) => !supports);
  const found = against.flatMap(({ code, page }) => {
    const onPage = <Part extends { readonly page: number }>(parts: readonly Part[]) =>
      parts.filter((part) => part.page === page);
    switch (code) {
      case 'foreign-sin':
        return onPage(facts.identifiers).flatMap(({ sins, businessNumbers }) => [
          ...sins.filter(({ masked }) => !masked).flatMap(({ digits }) => directory.bySin(digits)),
          ...businessNumbers.flatMap((digits) => directory.byBusinessNumber(digits)),
        ]);
      case 'content-name':
        return onPage(facts.words).flatMap((words) => clientsNamedOn(words, directory));
      case 'content-client-number':
        return onPage(facts.identifiers).flatMap(({ clientNumber }) =>
          clientNumber === null ? [] : directory.byNumber(clientNumber),
        );
      default:
        return [];
    }
  });
  return [...new Set(found)].filter(({ id }) => id !== client.id).slice(0, AT_MOST);
}
