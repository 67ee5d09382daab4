import { withConsent, withoutConsent } from '../core/documents/spouse-consent';
import type { SpouseConsent } from '../core/documents/spouse-consent';
import { consentedEnvelopes } from '../core/envelopes/consented-envelopes';
import type { LocalClientId } from '../core/ids';
import type { JournalEvent } from '../core/journal/journal-event';
import { ok } from '../core/result';
import type { Result } from '../core/result';
import type { JournalRepository } from '../store/journal-repository';
import type { SettingsRepository } from '../store/settings-repository';
import { applyByHand } from '../sync/by-hand';
import type { Repositories } from './repositories';

const SETTING = 'spouse-consents';

interface ConsentParts {
  readonly settings: Pick<SettingsRepository, 'getSealedJson' | 'putSealedJson'>;
  readonly journal: Pick<JournalRepository, 'append'>;
  readonly outbox: Pick<Repositories['outbox'], 'all' | 'stored' | 'save'>;
  readonly now: () => number;
}

/** Who let their spouse receive their copies, sealed on this workstation; each change leaves a line in the journal. */
export class SpouseConsents {
  readonly #parts: ConsentParts;

  constructor(parts: ConsentParts) {
    this.#parts = parts;
  }

  async all(): Promise<Result<readonly SpouseConsent[]>> {
    const stored = await this.#parts.settings.getSealedJson<readonly SpouseConsent[]>(SETTING);
    return stored.ok ? ok(stored.value ?? []) : stored;
  }

  async record(consent: SpouseConsent): Promise<Result<readonly SpouseConsent[]>> {
    const kept = await this.all();
    if (!kept.ok) return kept;
    const { client, spouse, how, on } = consent;
    return this.#put(withConsent(kept.value, consent), { kind: 'spouse-consent-recorded', client, spouse, how, on });
  }

  /** What has not left of it is taken back first: a crash in between sends nothing. */
  async withdraw(client: LocalClientId): Promise<Result<readonly SpouseConsent[]>> {
    const kept = await this.all();
    if (!kept.ok) return kept;
    const consent = kept.value.find((it) => it.client === client);
    if (consent === undefined) return kept;
    const stopped = await this.#takeBack(client);
    if (!stopped.ok) return stopped;
    const { spouse } = consent;
    return this.#put(withoutConsent(kept.value, client), { kind: 'spouse-consent-withdrawn', client, spouse });
  }

  async #takeBack(client: LocalClientId): Promise<Result<null>> {
    const { outbox, now } = this.#parts;
    // Those that were refused may be tried again by hand; those of a package are settled here, and have not left.
    const read = await outbox.all();
    if (!read.ok) return read;
    const hand = { stored: outbox.stored.bind(outbox), save: outbox.save.bind(outbox) };
    for (const id of consentedEnvelopes(read.value.entries, client)) {
      const cancelled = await applyByHand(hand, id, { kind: 'cancel' }, { now });
      if (!cancelled.ok) return cancelled;
    }
    return ok(null);
  }

  async #put(next: readonly SpouseConsent[], event: JournalEvent): Promise<Result<readonly SpouseConsent[]>> {
    const put = await this.#parts.settings.putSealedJson(SETTING, next);
    if (!put.ok) return put;
    const noted = await this.#parts.journal.append(this.#parts.now(), event);
    return noted.ok ? ok(next) : noted;
  }
}
