import { addressKey } from '../envelopes/address-key';
import { buildEnvelope } from '../envelopes/build-envelope';
import type { EnvelopeWords, NoEnvelope } from '../envelopes/build-envelope';
import type { EnvelopeRecipient } from '../envelopes/envelope';
import type { PreparedDocument } from '../documents/prepared-document';
import type { BatchId, LocalClientId, NewId, OutboxEntryId } from '../ids';
import { newEntry } from './new-entry';
import type { OutboxEntry, OutboxTask } from './outbox-entry';

export interface DocumentPlanContext extends EnvelopeWords {
  readonly batch: BatchId;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly newId: NewId;
  /** Unsettled `client-create` entries, by client: the envelope waits for its client. */
  readonly pendingCreates: ReadonlyMap<LocalClientId, OutboxEntryId>;
  /** Unsettled `invitation` entries, by address key: the envelope waits for them instead of inviting again. */
  readonly pendingInvitations: ReadonlyMap<string, OutboxEntryId>;
  /** Address keys that were invited before, or are connected: nobody is invited twice. */
  readonly invitedAddresses: ReadonlySet<string>;
  /** The server takes no envelope: each is one to put in GEM-BOOKS by hand, and nobody is invited. */
  readonly byHand?: boolean;
}

export interface DocumentPlan {
  readonly entries: readonly OutboxEntry[];
  /** Documents that no envelope can carry, each with why; none of their bytes is sent. */
  readonly leftOut: readonly { readonly document: PreparedDocument; readonly reason: NoEnvelope }[];
  readonly envelopes: number;
}

/**
 * Prepared documents → the entries of their batch: one envelope per client, recipients and purpose. Each is laid out as
 * invitation (of an address never invited), uploads, envelope, sending, so that the first client's documents leave
 * before the last client's are uploaded.
 */
export function planDocumentEntries(
  documents: readonly PreparedDocument[],
  context: DocumentPlanContext,
): DocumentPlan {
  const steps = documentPlanSteps(documents, context);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same, an envelope a step: a batch of thousands must not hold the page while it is planned. */
export function* documentPlanSteps(
  documents: readonly PreparedDocument[],
  context: DocumentPlanContext,
): Generator<undefined, DocumentPlan> {
  const entries: OutboxEntry[] = [];
  const leftOut: { document: PreparedDocument; reason: NoEnvelope }[] = [];
  const invitations = new Map<string, OutboxEntryId>();
  const uploads = new Map<string, OutboxEntryId>();
  let envelopes = 0;

  const add = (task: OutboxTask, dependsOn: readonly OutboxEntryId[]): OutboxEntryId => {
    const id = context.newId<OutboxEntryId>();
    entries.push(newEntry({ id, batch: context.batch, order: entries.length, dependsOn, task }, context));
    return id;
  };
  /** Per address and client: the server sends one e-mail per address and only adds the second spouse to it. */
  const inviteOnce = (recipient: EnvelopeRecipient, client: LocalClientId): OutboxEntryId | null => {
    const address = addressKey(recipient.email);
    if (context.invitedAddresses.has(address)) return null;
    const pending = context.pendingInvitations.get(address) ?? invitations.get(`${client}|${address}`);
    if (pending !== undefined) return pending;
    const create = context.pendingCreates.get(client);
    const { email, language } = recipient;
    const id = add({ kind: 'invitation', clients: [client], email, language }, create === undefined ? [] : [create]);
    invitations.set(`${client}|${address}`, id);
    return id;
  };
  const uploadOnce = (document: PreparedDocument): OutboxEntryId => {
    const known = uploads.get(document.sha256);
    if (known !== undefined) return known;
    const { sha256, size } = document;
    const id = add({ kind: 'upload', document: document.sealed.id, sha256, size }, []);
    uploads.set(sha256, id);
    return id;
  };

  for (const group of groupByEnvelope(documents)) {
    yield;
    const draft = buildEnvelope(group, context);
    const first = group[0];
    if (!draft.ok || first === undefined) {
      if (!draft.ok) leftOut.push(...group.map((document) => ({ document, reason: draft.error })));
      continue;
    }
    const dependsOn = new Set<OutboxEntryId>();
    const pendingCreate = context.pendingCreates.get(first.clientId);
    if (pendingCreate !== undefined) dependsOn.add(pendingCreate);
    if (context.byHand === true) {
      const files = group.map(({ sealed, size }) => ({ document: sealed.id, size }));
      add({ kind: 'hand-envelope', ...whose(first), draft: draft.value, files, ...refundsOf(group) }, [...dependsOn]);
      envelopes += 1;
      continue;
    }
    draft.value.recipients.forEach((recipient, index) => {
      const id = inviteOnce(recipient, first.recipients[index]?.clientId ?? first.clientId);
      if (id !== null) dependsOn.add(id);
    });
    for (const document of group) dependsOn.add(uploadOnce(document));
    const envelope = add({ kind: 'envelope', ...whose(first), draft: draft.value, ...refundsOf(group) }, [
      ...dependsOn,
    ]);
    add({ kind: 'envelope-send', envelopeEntry: envelope }, [envelope]);
    envelopes += 1;
  }
  return { entries, leftOut, envelopes };
}

/** Whose documents they are, and the spouse who receives them by consent. */
function whose({ clientId, recipients }: PreparedDocument): {
  readonly client: LocalClientId;
  readonly spouse?: LocalClientId;
} {
  const spouse = recipients.find((recipient) => recipient.role === 'spouse' && recipient.clientId !== clientId);
  return { client: clientId, ...(spouse ? { spouse: spouse.clientId } : {}) };
}

function refundsOf(documents: readonly PreparedDocument[]): { readonly refunds?: Readonly<Record<string, number>> } {
  const refunds = documents.flatMap(({ deliveryKey, refund }) =>
    refund === undefined ? [] : [[deliveryKey, refund] as const],
  );
  return refunds.length === 0 ? {} : { refunds: Object.fromEntries(refunds) };
}

/** Spouses who share an address still get an envelope each: the group is the client, not the address. */
function groupByEnvelope(documents: readonly PreparedDocument[]): readonly (readonly PreparedDocument[])[] {
  const groups = new Map<string, PreparedDocument[]>();
  for (const document of documents) {
    const purpose = document.fields.length > 0 ? 'signature' : 'consultation';
    const people = document.recipients.map(({ clientId, role }) => `${clientId}:${role}`).sort();
    const key = [document.clientId, purpose, ...people].join('|');
    const group = groups.get(key);
    if (group) group.push(document);
    else groups.set(key, [document]);
  }
  return [...groups.values()];
}
