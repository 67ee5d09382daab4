import type { EnvelopeCreate } from '../../../src/contract/envelope.schema';
import type { ClientData } from '../client-store';
import { emailKey } from '../client-store';
import type { Db, Tx } from '../database';
import type { SandboxSchema } from '../schema';

type WireRecipient = EnvelopeCreate['recipients'][number];

/** A human behind an address. One address may have several, and none of them is taken for another. */
export interface Person {
  /** `c12`: the client 12; `n12-jean tremblay`: who signs for the client 12 and is no client of this address. */
  readonly key: string;
  readonly name: string;
  /** Digits of a number that is this person's alone; `null`: there is none, so they sign at the office. */
  readonly phone: string | null;
  /** `[envelope, recipient id]`, in order of creation. */
  readonly envelopes: readonly (readonly [SandboxSchema['envelopes'], string])[];
}

interface KnownClient {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly contacts: readonly { readonly name: string; readonly phone: string | null }[];
}

/**
 * Everyone behind an invitation: by the client whose own return it is, or by the name of who signs for one. Two that
 * cannot be told apart stay two. A number that several share opens nothing: a code sent there tells them apart no
 * better than the address did.
 */
export async function peopleOf(db: Db | Tx, invitation: SandboxSchema['invitations']): Promise<Person[]> {
  const envelopes = await envelopesFor(db, invitation.email_key);
  const invited = await db
    .selectFrom('invitation_clients')
    .select('client_id')
    .where('invitation_id', '=', invitation.id)
    .execute();
  const own = new Set(invited.map(({ client_id }) => client_id));
  const clients = await knownClients(db, [...own, ...envelopes.map(({ row }) => row.client_id)]);
  const people = new Map<
    string,
    { name: string; phone: string | null; envelopes: (readonly [SandboxSchema['envelopes'], string])[] }
  >();
  const represented = new Set<number>();
  for (const { row, recipient } of envelopes) {
    const found = personFor(recipient, row.client_id, clients, own);
    if (isRepresentative(recipient)) represented.add(row.client_id);
    const person = people.get(found.key) ?? { ...found, envelopes: [] };
    person.envelopes.push([row, recipient.id]);
    people.set(found.key, person);
  }
  for (const id of own) {
    const client = clients.get(id);
    if (client === undefined || people.has(`c${id}`) || represented.has(id)) continue;
    people.set(`c${id}`, { name: client.name, phone: client.phone, envelopes: [] });
  }
  const listed = [...people].map(([key, person]) => ({ key, ...person }));
  return listed.map((person) => {
    const isShared = listed.some((other) => other !== person && other.phone !== null && other.phone === person.phone);
    return { ...person, phone: isShared ? null : person.phone };
  });
}

function personFor(
  recipient: WireRecipient,
  clientId: number,
  clients: ReadonlyMap<number, KnownClient>,
  own: ReadonlySet<number>,
): { readonly key: string; readonly name: string; readonly phone: string | null } {
  const client = clients.get(clientId);
  const { name } = recipient;
  if (recipient.role === 'taxpayer') return { key: `c${clientId}`, name, phone: client?.phone ?? null };
  const same = [...own].filter((id) => id !== clientId && plainName(clients.get(id)?.name ?? '') === plainName(name));
  const [only] = same;
  if (only !== undefined && same.length === 1)
    return { key: `c${only}`, name, phone: clients.get(only)?.phone ?? null };
  const contact = client?.contacts.find((one) => plainName(one.name) === plainName(name));
  const phone = contact?.phone ?? (isRepresentative(recipient) ? (client?.phone ?? null) : null);
  return { key: `n${clientId}-${plainName(name)}`, name, phone };
}

const isRepresentative = ({ role }: WireRecipient): boolean => role === 'officer' || role === 'representative';

/** Sent, and not taken back. */
async function envelopesFor(db: Db | Tx, key: string) {
  const rows = await db
    .selectFrom('envelopes')
    .selectAll()
    .where('status', 'not in', ['draft', 'voided'])
    .orderBy('seq')
    .execute();
  return rows.flatMap((row) =>
    (JSON.parse(row.recipients) as WireRecipient[])
      .filter(({ email }) => emailKey(email) === key)
      .map((recipient) => ({ row, recipient })),
  );
}

async function knownClients(db: Db | Tx, ids: readonly number[]): Promise<Map<number, KnownClient>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('clients').select(['id', 'name', 'data']).where('id', 'in', ids).execute();
  return new Map(
    rows.map(({ id, name, data }) => {
      const client = JSON.parse(data) as ClientData;
      const contacts = Array.isArray(client['contacts']) ? (client['contacts'] as readonly ClientData[]) : [];
      const people = contacts.map((one) => ({
        name: String(one['nom'] ?? ''),
        phone: digits(one['cell']) ?? digits(one['telephone']),
      }));
      return [id, { id, name, phone: digits(client['phone']), contacts: people }];
    }),
  );
}

/** The last ten digits, so that one number written two ways is one; fewer than ten are no number. */
function digits(value: unknown): string | null {
  const only = typeof value === 'string' ? value.replace(/\D/g, '') : '';
  return only.length < 10 ? null : only.slice(-10);
}

const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
