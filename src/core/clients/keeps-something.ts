import type { LocalClientId, ServerClientId } from '../ids';
import type { ImportedClient, LocalClient, ServerClient } from './client';
import { canonicalRecord } from './client-snapshot';
import { heldEmail } from './email-hold';
import type { WithheldChange } from './field-policy';
import { toLocalClient } from './local-client';
import { withServerValues } from './server-own';
import type { ClientLink, PlanStatus } from './upsert-plan';

/**
 * Whether importing an unchanged row writes anything here: a client or a link that this workstation does not have yet, or
 * a record that says more than the one it keeps. Without it an office all of whose clients are in GEM-BOOKS could never
 * be learnt.
 */
export function keepsSomething(
  row: {
    readonly status: PlanStatus;
    readonly client: ImportedClient;
    readonly localId: LocalClientId;
    readonly link: ClientLink | null;
    readonly server: ServerClient | null;
    readonly previous: LocalClient | null;
    readonly withheld: readonly WithheldChange[];
  },
  links: ReadonlyMap<LocalClientId, ServerClientId>,
): boolean {
  const { status, link, previous, server } = row;
  if (status !== 'unchanged' || link === null) return false;
  if (previous === null || links.get(previous.id) !== link.serverId) return true;
  const listed = toLocalClient(previous.id, previous.code, row.client, previous, server);
  // What is withheld from GEM-BOOKS stays out of the record as well.
  const own = new Set(row.withheld.map(({ field }) => field));
  const held = heldEmail({ changes: [], withheld: row.withheld }, undefined, undefined);
  const record = {
    ...(server === null ? listed : withServerValues(listed, server, own)),
    ...(held === null ? {} : { emailHeld: held }),
  };
  return canonicalRecord(record) !== canonicalRecord(previous);
}
