import { createHash } from 'node:crypto';
import { seededRandom } from '../tools/seeded-random';

/** How much is to be delivered. Creates, updates and patches are the client upserts. */
export interface WorkSize {
  readonly creates: number;
  readonly updates: number;
  readonly patches: number;
  /** One client each, at most `creates + patches`. */
  readonly envelopes: number;
}

export interface Person {
  readonly local: string;
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly address: string;
}

/** What the office confirmed, and what the server must hold afterwards. Everyone is fictitious. */
export interface Work {
  /** On the server before: documented client objects. */
  readonly existing: readonly Record<string, unknown>[];
  readonly links: readonly (readonly [string, number])[];
  /** Outbox entries as they are stored. */
  readonly entries: readonly Record<string, unknown>[];
  readonly documents: readonly { readonly id: string; readonly bytes: Uint8Array }[];
  /** Each must be on the server once, with this address and e-mail. */
  readonly people: readonly Person[];
  readonly deliveries: readonly { readonly deliveryKey: string; readonly sha256: string; readonly code: string }[];
}

const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** The work of one seed: the same each time. Imports nothing of the product, so as not to agree with it by construction. */
export function makeWork(seed: number, size: WorkSize, emailTemplateId: string, now: number): Work {
  const random = seededRandom(seed);
  const entries: Record<string, unknown>[] = [];
  const add = (id: string, task: Record<string, unknown>, dependsOn: readonly string[] = []): string => {
    entries.push({
      id,
      batch: 'batch-fictif',
      order: entries.length,
      dependsOn,
      idempotencyKey: `${seed}-${sha256(id).slice(0, 24)}`,
      task,
      frozen: null,
      state: { kind: 'waiting' },
      attempts: 0,
      dueAt: now,
      createdAt: now,
      lastError: null,
    });
    return id;
  };
  const person = (kind: string, n: number): Person => ({
    local: `${kind}-${n}`,
    code: `${kind === 'cree' && n % 2 === 0 ? 'IS-' : ''}${kind}-${n}`,
    name: `Personne Fictive ${kind} ${n}`,
    email: `${kind}.${n}@exemple.example`,
    address: `${n} rue Neuve`,
  });
  const existing: Record<string, unknown>[] = [];
  const links: [string, number][] = [];
  const people: Person[] = [];
  const ready: { readonly who: Person; readonly after: string }[] = [];
  const stored = (who: Person, over: object): void => {
    const id = existing.length + 1;
    existing.push({ ...who, id, local: undefined, contacts: [], ...over });
    links.push([who.local, id]);
  };
  for (let n = 0; n < size.updates; n++) {
    const who = person('maj', n);
    stored(who, { address: 'ancienne adresse' });
    const changes = [{ field: 'address', before: 'ancienne adresse', after: who.address }];
    add(`update-${n}`, { kind: 'client-update', client: who.local, changes });
    people.push(who);
  }
  for (let n = 0; n < size.creates; n++) {
    const who = person('cree', n);
    const { name, code, email, address } = who;
    const body = { name, code, email, address, type: 'individual', phone: '' };
    const task = { kind: 'client-create', client: who.local, body, minted: code.startsWith('IS-') };
    ready.push({ who, after: add(`create-${n}`, task) });
    people.push(who);
  }
  for (let n = 0; n < size.patches; n++) {
    const who = person('modif', n);
    stored(who, { email: `ancien.${n}@exemple.example` });
    const changes = [{ field: 'email', before: `ancien.${n}@exemple.example`, after: who.email }];
    ready.push({ who, after: add(`patch-${n}`, { kind: 'client-patch', client: who.local, changes }) });
    people.push(who);
  }
  const documents: { id: string; bytes: Uint8Array }[] = [];
  const deliveries: { deliveryKey: string; sha256: string; code: string }[] = [];
  for (const [n, { who, after }] of ready.slice(0, size.envelopes).entries()) {
    const { local, email, name, code } = who;
    const invited = add(`invite-${n}`, { kind: 'invitation', clients: [local], email, language: 'fr' }, [after]);
    const bytes = new Uint8Array(1_000 + Math.floor(random() * 40_000));
    for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(random() * 256);
    const document = { id: `document-${n}`, bytes };
    const digest = sha256(bytes);
    documents.push(document);
    const upload = add(`upload-${n}`, {
      kind: 'upload',
      document: document.id,
      sha256: digest,
      size: bytes.length,
    });
    const deliveryKey = sha256(`livraison ${seed} ${n}`);
    const draft = {
      purpose: 'signature',
      title: 'Documents fictifs',
      emailTemplateId,
      recipients: [{ id: 'r1', role: 'taxpayer', name, email, language: 'fr', order: 1 }],
      documents: [
        {
          title: 'T183, 2025',
          formCode: 'T183',
          taxYear: 2025,
          sha256: digest,
          pageCount: 1,
          deliveryKey,
          fields: [{ kind: 'signature', recipient: 'r1', page: 1, rect: [40, 113, 190, 28] }],
        },
      ],
    };
    const envelope = add(`envelope-${n}`, { kind: 'envelope', client: local, draft }, [upload, invited, after]);
    add(`send-${n}`, { kind: 'envelope-send', envelopeEntry: envelope }, [envelope]);
    deliveries.push({ deliveryKey, sha256: digest, code });
  }
  return { existing, links, entries, documents, people, deliveries };
}
