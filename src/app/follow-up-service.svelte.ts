import type { EnvelopeEvent } from '../core/follow-up/envelope-event';
import type { ReminderRule } from '../core/follow-up/reminder-rule';
import { latestChange, mergeEnvelopes } from '../core/follow-up/merge-envelopes';
import type { FollowedEnvelope } from '../core/follow-up/followed-envelope';
import type { LocalClientId, ServerClientId } from '../core/ids';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import { spaced } from '../store/spaced';
import { LiveQuery } from './live-query.svelte';
import type { ApiClient } from '../sync/api-client';
import type { FollowUpControl } from '../ui/controls/follow-up-control';
import { localClients } from './local-clients';
import { queueTasks } from './queue-tasks';
import type { QueueParts } from './queue-tasks';
import { remindByRule } from './remind-by-rule';
import type { Repositories } from './repositories';
import type { ServerKnowledge } from './server-knowledge.svelte';
import { signedCopyOf } from './signed-copy';
import type { SignedCopyParts } from './signed-copy';

const ENVELOPES = 'server-envelopes';
const SAVED = 'saved-signed-copies';
const TRANSMITTED = 'transmissions';
const RULE = 'reminder-rule';
const READ_MS = 120_000;

export interface FollowUpParts extends QueueParts, SignedCopyParts {
  readonly repositories: Repositories;
  readonly api: ApiClient;
  readonly server: ServerKnowledge;
  readonly extension: () => boolean;
}

interface Known {
  readonly at: number;
  readonly envelopes: readonly FollowedEnvelope[];
}

interface KnownClient {
  readonly name: string;
  readonly code: string;
}

interface KnownClients {
  readonly clients: ReadonlyMap<ServerClientId, KnownClient>;
  readonly households: ReadonlyMap<ServerClientId, string>;
}

/** The office's envelopes after they left, whichever workstation sent them: read, reminded, taken back, saved. */
export class FollowUpService implements FollowUpControl {
  readonly #parts: FollowUpParts;
  readonly #local: LiveQuery<KnownClients>;
  #known: Known | null = $state.raw(null);
  #serverClients: ReadonlyMap<ServerClientId, KnownClient> = $state.raw(new Map());
  #saved: readonly string[] = $state.raw([]);
  #transmitted: Readonly<Record<string, string>> = $state.raw({});
  #rule: ReminderRule | null = $state.raw(null);
  #loading = $state(false);

  constructor(parts: FollowUpParts) {
    this.#parts = parts;
    this.#local = new LiveQuery(
      () => this.#readLocal(),
      { clients: new Map(), households: new Map() },
      (callback) => parts.repositories.directory.onChange(callback),
    );
  }

  get envelopes(): readonly FollowedEnvelope[] {
    return this.#known?.envelopes ?? [];
  }

  get readAt(): number | null {
    return this.#known?.at ?? null;
  }

  get loading(): boolean {
    return this.#loading;
  }

  get available(): boolean {
    return this.#parts.extension();
  }

  get saved(): readonly string[] {
    return this.#saved;
  }

  get transmitted(): Readonly<Record<string, string>> {
    return this.#transmitted;
  }

  get rule(): ReminderRule | null {
    return this.#rule;
  }

  clientName(client: ServerClientId): string | null {
    return this.client(client)?.name ?? null;
  }

  client(client: ServerClientId): KnownClient | null {
    return this.#local.current.clients.get(client) ?? this.#serverClients.get(client) ?? null;
  }

  householdOf(client: ServerClientId): string {
    return this.#local.current.households.get(client) ?? `client-${client}`;
  }

  async #readLocal(): Promise<KnownClients> {
    const { repositories, vaultKeys } = this.#parts;
    const [clients, links] = await Promise.all([
      localClients(repositories, vaultKeys()?.sealKey ?? null),
      repositories.directory.links(),
    ]);
    const serverIds = new Map<LocalClientId, ServerClientId>(links.ok ? links.value : []);
    const known = new Map<ServerClientId, KnownClient>();
    const households = new Map<ServerClientId, string>();
    for (const { id, name, code, household } of clients) {
      const serverId = serverIds.get(id);
      if (serverId === undefined) continue;
      known.set(serverId, { name: name.full, code });
      if (household !== null) households.set(serverId, `household-${household}`);
    }
    return { clients: known, households };
  }

  /** What changed since the last reading; all of it the first time. Offline, what was last read stays. */
  readonly refresh = spaced(async (): Promise<Result<null>> => {
    if (!this.available) return ok(null);
    this.#loading = true;
    try {
      if (this.#known === null) await this.#remembered();
      return await this.#read();
    } finally {
      this.#loading = false;
    }
  }, 0);

  async #read(): Promise<Result<null>> {
    const { api, server, repositories, now } = this.#parts;
    const known = this.#known?.envelopes ?? [];
    const signal = AbortSignal.timeout(READ_MS);
    const changed = await api.followedEnvelopes(latestChange(known), signal);
    if (!changed.ok) return changed;
    if (this.#serverClients.size === 0) {
      const clients = await server.clients(signal);
      if (clients.ok) this.#serverClients = new Map(clients.value.map(({ id, name, code }) => [id, { name, code }]));
    }
    this.#known = { at: now(), envelopes: changed.value.length === 0 ? known : mergeEnvelopes(known, changed.value) };
    return changed.value.length === 0 ? ok(null) : repositories.settings.putSealedJson(ENVELOPES, this.#known);
  }

  async #remembered(): Promise<void> {
    const { settings } = this.#parts.repositories;
    const [known, saved, transmitted, rule] = await Promise.all([
      settings.getSealedJson<Known>(ENVELOPES),
      settings.getSealedJson<readonly string[]>(SAVED),
      settings.getSealedJson<Readonly<Record<string, string>>>(TRANSMITTED),
      settings.getSealedJson<ReminderRule>(RULE),
    ]);
    if (known.ok) this.#known = known.value;
    if (saved.ok && saved.value !== null) this.#saved = saved.value;
    if (transmitted.ok && transmitted.value !== null) this.#transmitted = transmitted.value;
    if (rule.ok) this.#rule = rule.value;
  }

  async history(envelopeId: string): Promise<Result<readonly EnvelopeEvent[]>> {
    return this.#parts.api.envelopeEvents(envelopeId, AbortSignal.timeout(READ_MS));
  }

  remind(envelopeIds: readonly string[]) {
    return queueTasks(
      this.#parts,
      'follow-up',
      envelopeIds.map((envelopeId) => ({ task: { kind: 'envelope-remind', envelopeId } })),
    );
  }

  takeBack(envelopeId: string, reason: string) {
    return queueTasks(this.#parts, 'follow-up', [
      { task: { kind: 'envelope-void', envelopeId, reason: reason.trim().slice(0, 500) } },
    ]);
  }

  signedCopy(envelopeId: string, documentId: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
    return signedCopyOf(this.#parts, this.envelopes, envelopeId, documentId, AbortSignal.timeout(READ_MS));
  }

  async markSaved(documentIds: readonly string[]): Promise<Result<null>> {
    this.#saved = [...new Set([...this.#saved, ...documentIds])];
    return this.#parts.repositories.settings.putSealedJson(SAVED, this.#saved);
  }

  async markTransmitted(key: string, day: string | null): Promise<Result<null>> {
    const others = Object.entries(this.#transmitted).filter(([known]) => known !== key);
    this.#transmitted = Object.fromEntries(day === null ? others : [...others, [key, day]]);
    return this.#parts.repositories.settings.putSealedJson(TRANSMITTED, this.#transmitted);
  }

  async setRule(rule: ReminderRule | null): Promise<Result<null>> {
    this.#rule = rule;
    return this.#parts.repositories.settings.putSealedJson(RULE, rule);
  }

  /** The reminders that are due by the office's rule; `now` is its local time. */
  async remindByRule(now: Date): Promise<Result<number>> {
    const rule = this.#rule;
    return rule === null || !this.available ? ok(0) : remindByRule(this.#parts, this.envelopes, rule, now);
  }

  forget(): void {
    this.#known = null;
    this.#serverClients = new Map();
    this.#saved = [];
    this.#transmitted = {};
    this.#rule = null;
  }
}
