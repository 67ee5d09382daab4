import type { ServerClient } from '../core/clients/client';
import { invitedAddresses } from '../core/outbox/invited-addresses';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import { appError } from '../core/app-error';
import type { SettingsRepository } from '../store/settings-repository';
import type { ApiClient } from '../sync/api-client';
import type { ReferenceData } from '../ui/context';

const CLIENTS = 'server-clients';
const REFERENCE = 'server-reference';
const INVITED = 'server-invited';

type Reference = Pick<ReferenceData, 'accountManagers' | 'emailTemplates'>;

const NO_REFERENCE: Reference = { accountManagers: [], emailTemplates: [] };

export interface KnowledgeParts {
  readonly api: ApiClient;
  readonly settings: SettingsRepository;
  readonly extension: () => boolean;
  /** Told of every list of clients read anew. */
  readonly onClients?: (clients: readonly ServerClient[]) => Promise<void>;
}

/**
 * What GEM-BOOKS says, pulled whole (nothing is asked about one client) and kept sealed, so that a batch can be prepared
 * offline with what was last known.
 */
export class ServerKnowledge implements ReferenceData {
  readonly #parts: KnowledgeParts;
  #reference: Reference = $state.raw(NO_REFERENCE);

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

  forget(): void {
    this.#reference = NO_REFERENCE;
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

  /** Fresh when the server answers, else as last pulled; the network's error when nothing was ever pulled. */
  async clients(signal: AbortSignal): Promise<Result<readonly ServerClient[]>> {
    const pulled = await this.freshClients(signal);
    if (pulled.ok) return pulled;
    if (signal.aborted) return err(appError('worker/aborted'));
    const known = await this.#parts.settings.getSealedJson<readonly ServerClient[]>(CLIENTS);
    return known.ok && known.value !== null ? ok(known.value) : pulled;
  }

  /** As last pulled; from the server only when never pulled. */
  async knownClients(signal: AbortSignal): Promise<Result<readonly ServerClient[]>> {
    const known = await this.#parts.settings.getSealedJson<readonly ServerClient[]>(CLIENTS);
    return known.ok && known.value !== null ? ok(known.value) : this.freshClients(signal);
  }

  /** As the server says now, or its error. */
  async freshClients(signal: AbortSignal): Promise<Result<readonly ServerClient[]>> {
    const pulled = await this.#parts.api.clients(this.#parts.extension(), signal);
    if (!pulled.ok) return pulled;
    await this.#parts.settings.putSealedJson(CLIENTS, pulled.value);
    await this.#parts.onClients?.(pulled.value);
    return pulled;
  }

  /** Address keys invited before; as last known while offline. */
  async invitedAddresses(signal: AbortSignal): Promise<Result<ReadonlySet<string>>> {
    if (!this.#parts.extension()) return ok(new Set());
    const [clients, invitations] = await Promise.all([this.clients(signal), this.#parts.api.invitations(signal)]);
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
