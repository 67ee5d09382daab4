import { clientSchema } from '../contract/client.schema';
import type { WireClient } from '../contract/client.schema';
import { documentedList } from '../contract/documented-list';
import { extensionClientSchema } from '../contract/extension-client.schema';
import { mergeClients } from '../contract/merge-clients';
import type { ServerClient } from '../core/clients/client';
import { apiPaths, EXTENSION } from '../core/outbox/api-paths';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import { pullExtension } from './pull';
import type { PullContext } from './pull';
import { areSame, type CutPull } from './cut-pull';
import { pullClients } from './pull-clients';
import { readAnswer } from './read-answer';

/** The clients of GEM-BOOKS as read at one moment, with what tells later whether they are still so. */
export interface ClientsReading {
  readonly clients: readonly ServerClient[];
  readonly documented: readonly WireClient[];
  /** The version of each client by its id; `null` where the server lacks the extension. */
  readonly versions: ReadonlyMap<number, string> | null;
  /** The documented list was pulled for this reading: else the one before still held. */
  readonly whole: boolean;
}

/**
 * Every client, both lists joined. `before`: a reading that may still hold. With the extension it does when each client
 * has the version it had (any change by whatever route gives another); without it, nothing tells an edit: the caller
 * says how old a reading may be, and only the number of clients is asked for. `cut`: what an earlier pull had read.
 */
export async function readClients(
  extension: boolean,
  before: ClientsReading | null,
  context: PullContext,
  cut: CutPull,
): Promise<Result<ClientsReading>> {
  if (!extension) {
    if (before?.versions === null && (await countClients(context)) === before.documented.length)
      return ok({ ...before, whole: false });
    const documented = await pullClients(context, null, cut);
    if (!documented.ok) return err(documented.error.error);
    return ok({
      clients: mergeClients(documented.value, null),
      documented: documented.value,
      versions: null,
      whole: true,
    });
  }
  // Before the documented list, never beside it: a version must not be newer than the client it is taken to vouch for.
  const added = await pullExtension(`${EXTENSION}/clients`, extensionClientSchema, context);
  if (!added.ok) return err(added.error.error);
  const versions = new Map(added.value.map(({ id, etag }) => [id, etag]));
  if (before?.versions && areSame(before.versions, versions)) {
    const { documented } = before;
    return ok({ clients: mergeClients(documented, added.value), documented, versions, whole: false });
  }
  const documented = await pullClients(context, versions, cut);
  if (!documented.ok) return err(documented.error.error);
  return ok({
    clients: mergeClients(documented.value, added.value),
    documented: documented.value,
    versions,
    whole: true,
  });
}

/** How many clients there are, by a page of one; `null` when nobody says. */
async function countClients({ http, now, signal }: PullContext): Promise<number | null> {
  const answer = await http.request({ method: 'GET', path: `${apiPaths.clients}?page=1&per_page=1`, signal });
  const read = readAnswer(answer, documentedList(clientSchema), now());
  return read.ok ? Number(read.value.meta.total) : null;
}
