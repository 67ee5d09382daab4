import type { LocalClient } from '../clients/client';
import type { ShiftWitness } from './batch-shift';
import type { ClientDirectory } from './client-directory';
import { clientsNamedOn } from './content-match';
import type { DocumentFacts } from './document-facts';
import type { ParsedFileName } from './file-name';
import { namedClients } from './named-clients';

/** Whom the file name alone means, and whom the content alone shows (its only SIN's owner, else its only name). */
export function shiftWitness(
  file: ParsedFileName | null,
  facts: DocumentFacts,
  directory: ClientDirectory,
): ShiftWitness {
  const named = namedClients(file, directory).clients;
  const bySin = only(
    facts.identifiers.flatMap((page) => page.nineDigits.flatMap(({ digits }) => directory.bySin(digits))),
  );
  const shown = bySin ?? only(facts.words.flatMap((page) => clientsNamedOn(page, directory)));
  return { named: only(named)?.id ?? null, shown: shown?.id ?? null };
}

function only(clients: readonly LocalClient[]): LocalClient | null {
  const distinct = [...new Set(clients)];
  return distinct.length === 1 ? (distinct[0] ?? null) : null;
}
