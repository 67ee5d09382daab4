import type { ServerClient } from '../core/clients/client';
import { invitedAddresses } from '../core/outbox/invited-addresses';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import { appError } from '../core/app-error';
import type { SettingsRepository } from '../store/settings-repository';
import type { OutboxCounts } from '../core/outbox/batch-draft';
import type { ApiClient } from '../sync/api-client';
import { CutPull } from '../sync/cut-pull';
import type { ClientsReading } from '../sync/read-clients';
import type { ReferenceData } from '../ui/controls/reference-data';

const CLIENTS = 'server-clients';
const CLIENTS_AT = 'server-clients-at';
const REFERENCE = 'server-reference';
const INVITED = 'server-invited';

type Reference = Pick<ReferenceData, 'accountManagers' | 'emailTemplates'>;

/** A reading older than this is not asked about any more: all is pulled again. */
const HOLDS_MS = 10 * 60_000;

const NO_REFERENCE: Reference = { accountManagers: [], emailTemplates: [] };

export interface KnowledgeParts {
  readonly api: ApiClient;
  readonly settings: SettingsRepository;
  readonly extension: () => boolean;
  readonly now: () => number;
  /** The outbox of this workstation, whichever tab sends. */
  readonly counts: () => Promise<Result<OutboxCounts>>;
  /** Told of every list of clients read anew. */
  readonly onClients?: (clients: readonly ServerClient[]) => Promise<void>;
}

/** Clients as pulled in this session of the page, and the outbox at that moment. */
interface Held {
  readonly reading: ClientsReading;
  readonly at: number;
  readonly outbox: OutboxCounts;
}

/**
 * What GEM-BOOKS says, pulled whole (nothing is asked about one client) and kept sealed, so that a batch can be prepared
 * offline with what was last known.
 */
export class ServerKnowledge implements ReferenceData {
  readonly #parts: KnowledgeParts;
  #reference: Reference = $state.raw(NO_REFERENCE);
  #held: Held | null = null;
  /** Pages of a pull that the network cut. */
  readonly #cut = new CutPull();
  /** Goes up when what is held is given up: a reading under way then is not held. */
  #era = 0;
  #clientsReadAt: number | null = $state(null);

  constructor(parts: KnowledgeParts) {
    this.#parts = parts;
  }

  get accountManagers(): Reference['accountManagers'] {
    return this.#reference.accountManagers;
  }

  get emailTemplates(): Reference['emailTemplates'] {
    return this.#reference.emailTemplates;
  }

  /** What was last known, before the server is heard. */
  async load(): Promise<void> {
    const known = await this.#parts.settings.getSealedJson<Reference>(REFERENCE);
    if (known.ok && known.value !== null) this.#reference = wholeOf(known.value);
  }

  /** When the clients of the last answer were what GEM-BOOKS has, epoch milliseconds; `null` before the first. */
  get clientsReadAt(): number | null {
    return this.#clientsReadAt;
  }

  forget(): void {
    this.#reference = NO_REFERENCE;
    this.forgetClients();
    this.#clientsReadAt = null;
  }

  async refresh(signal: AbortSignal): Promise<void> {
    if (!this.#parts.extension()) return;
    const [managers, templates] = await Promise.all([
      this.#parts.api.accountManagers(signal),
      this.#parts.api.emailTemplates(signal),
    ]);
    if (!managers.ok || !templates.ok) return;
    this.#reference = {
      accountManagers: managers.value.map(({ id, name }) => ({ id, name })),
      emailTemplates: templates.value,
    };
    await this.#parts.settings.putSealedJson(REFERENCE, this.#reference);
  }

  /**
   * Pulled once, then only asked about: what was pulled stands while GEM-BOOKS says that nothing changed, nothing of this
   * workstation left since, and it is not old. Offline, as last pulled; the network's error when nothing was ever pulled.
   */
  async clients(signal: AbortSignal): Promise<Result<readonly ServerClient[]>> {
    return this.#orKnown(await this.#read(await this.#standing(), signal), signal);
  }

  /** As last pulled; from the server only when never pulled. */
  async knownClients(signal: AbortSignal): Promise<Result<readonly ServerClient[]>> {
    const known = await this.#parts.settings.getSealedJson<readonly ServerClient[]>(CLIENTS);
    return known.ok && known.value !== null ? ok(known.value) : this.freshClients(signal);
  }

  /** As the server says now, or its error. */
  freshClients(signal: AbortSignal): Promise<Result<readonly ServerClient[]>> {
    return this.#read(null, signal);
  }

  /** The next answer is pulled whole. */
  forgetClients(): void {
    this.#era += 1;
    this.#held = null;
    this.#cut.forget();
  }

  async #read(before: Held | null, signal: AbortSignal): Promise<Result<readonly ServerClient[]>> {
    const { api, settings, extension, now, counts, onClients } = this.#parts;
    const at = now();
    const era = this.#era;
    // Looked at first: what leaves while the list is pulled makes it old at once.
    const outbox = await counts();
    const read = await api.clients(extension(), before?.reading ?? null, this.#cut, signal);
    if (!read.ok) return read;
    const { clients, whole } = read.value;
    const wholeAt = whole ? at : (before?.at ?? at);
    if (era === this.#era) this.#held = outbox.ok ? { reading: read.value, at: wholeAt, outbox: outbox.value } : null;
    // Without the extension, edits go unseen by the question whether anything changed.
    this.#clientsReadAt = read.value.versions === null ? wholeAt : at;
    if (whole) {
      await settings.putSealedJson(CLIENTS, clients);
      await settings.putSealedJson(CLIENTS_AT, at);
      await onClients?.(clients);
    }
    return ok(clients);
  }

  /** What was pulled, unless it is old, or something of ours left or may have left since. */
  async #standing(): Promise<Held | null> {
    const held = this.#held;
    if (held === null || this.#parts.now() - held.at > HOLDS_MS || held.outbox.pending > 0) return null;
    const counts = await this.#parts.counts();
    if (!counts.ok || held !== this.#held) return null;
    const { pending, held: retained, rejected, done } = counts.value;
    const before = held.outbox;
    return pending === 0 && retained === before.held && rejected === before.rejected && done === before.done
      ? held
      : null;
  }

  async #orKnown(
    pulled: Result<readonly ServerClient[]>,
    signal: AbortSignal,
  ): Promise<Result<readonly ServerClient[]>> {
    if (pulled.ok) return pulled;
    if (signal.aborted) return err(appError('worker/aborted'));
    const { settings } = this.#parts;
    const known = await settings.getSealedJson<readonly ServerClient[]>(CLIENTS);
    if (!known.ok || known.value === null) return pulled;
    const at = await settings.getSealedJson<number>(CLIENTS_AT);
    this.#clientsReadAt = at.ok ? at.value : null;
    return ok(known.value);
  }

  /** Address keys invited before; as last known while offline. */
  async invitedAddresses(signal: AbortSignal): Promise<Result<ReadonlySet<string>>> {
    if (!this.#parts.extension()) return ok(new Set());
    const [pulled, invitations] = await Promise.all([this.freshClients(signal), this.#parts.api.invitations(signal)]);
    const clients = await this.#orKnown(pulled, signal);
    if (!clients.ok) return clients;
    if (invitations.ok) {
      const emails = invitations.value.map(({ email }) => email);
      await this.#parts.settings.putSealedJson(INVITED, emails);
      return ok(invitedAddresses(clients.value, invitations.value));
    }
    const known = await this.#parts.settings.getSealedJson<readonly string[]>(INVITED);
    return ok(invitedAddresses(clients.value, known.ok && known.value ? known.value.map((email) => ({ email })) : []));
  }
}

/** Templates were kept by their names alone once: what is not whole waits for the server. */
const wholeOf = ({ accountManagers, emailTemplates }: Reference): Reference => ({
  accountManagers,
  emailTemplates: emailTemplates.filter((template) => 'body' in template),
});
