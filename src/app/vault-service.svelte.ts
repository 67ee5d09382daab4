import { appError } from '../core/app-error';
import type { AppError } from '../core/app-error';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { KeySlotRepository } from '../store/key-slot-repository';
import type { VaultControl } from '../ui/context';
import type { DeriveKey } from '../vault/derive-key';
import { createFirstSlot, openSlot } from '../vault/key-slots';
import { randomId } from '../vault/random-id';
import { vaultKeysOf } from '../vault/vault-key';
import type { VaultKeys } from '../vault/vault-key';
import { watchIdle } from './idle-lock';
import { tabKeys } from './tab-keys';
import type { TabKeys } from './tab-keys';

/** How the vault came to be open: only a person's own passphrase can also make the office of a sandbox. */
export type Opening =
  | { readonly kind: 'created'; readonly passphrase: string }
  | { readonly kind: 'unlocked' }
  /** Another tab of this browser, already unlocked, handed its keys over. */
  | { readonly kind: 'shared' };

export interface VaultParts {
  readonly slots: KeySlotRepository;
  readonly deriveKey: DeriveKey;
  readonly channel: BroadcastChannel;
  /** Awaited before the screens see the vault open. */
  readonly onOpen: (keys: VaultKeys, opening: Opening) => Promise<void>;
  readonly onLock: () => void;
}

/** The vault's life in this tab: none, locked, open. */
export class VaultService implements VaultControl {
  readonly #parts: VaultParts;
  readonly #tabs: TabKeys<VaultKeys>;
  #keys: VaultKeys | null = null;
  #state: VaultControl['state'] = $state('loading');
  #failure: AppError | null = $state.raw(null);

  constructor(parts: VaultParts) {
    this.#parts = parts;
    const idle = watchIdle(
      () => this.lock(),
      () => this.#tabs.announceActivity(),
    );
    this.#tabs = tabKeys<VaultKeys>(parts.channel, {
      current: () => this.#keys,
      lock: () => this.#lockHere(),
      activity: () => idle.touch(),
    });
  }

  get state(): VaultControl['state'] {
    return this.#state;
  }

  get failure(): AppError | null {
    return this.#failure;
  }

  /** `null` unless open. */
  get keys(): VaultKeys | null {
    return this.#keys;
  }

  fail(error: AppError): void {
    this.#failure = error;
  }

  async start(): Promise<void> {
    const slots = await this.#parts.slots.all();
    if (!slots.ok) {
      this.#failure = slots.error;
      return;
    }
    if (slots.value.length === 0) {
      this.#state = 'none';
      return;
    }
    const keys = await this.#tabs.request();
    if (keys) await this.#open(keys, { kind: 'shared' });
    else this.#state = 'locked';
  }

  async create(passphrase: string): Promise<Result<null>> {
    const secret = { kind: 'passphrase', passphrase, deriveKey: this.#parts.deriveKey } as const;
    const slot = await createFirstSlot(randomId(), secret);
    if (!slot.ok) return slot;
    const created = await this.#parts.slots.create(slot.value);
    if (!created.ok) {
      // Another tab was first: its vault is the one to open.
      if (created.error.code === 'vault/already-exists') this.#state = 'locked';
      return created;
    }
    const opened = await openSlot(slot.value, secret);
    if (!opened.ok) return opened;
    await this.#open(await vaultKeysOf(opened.value.vaultKey), { kind: 'created', passphrase });
    return ok(null);
  }

  async unlock(passphrase: string): Promise<Result<null>> {
    const slots = await this.#parts.slots.all();
    if (!slots.ok) return slots;
    for (const slot of slots.value) {
      if (slot.kind !== 'passphrase') continue;
      const opened = await openSlot(slot, { kind: 'passphrase', passphrase, deriveKey: this.#parts.deriveKey });
      if (!opened.ok) continue;
      await this.#open(await vaultKeysOf(opened.value.vaultKey), { kind: 'unlocked' });
      return ok(null);
    }
    return err(appError('vault/wrong-passphrase'));
  }

  /** Locks every tab: a vault that is open behind another window is open. */
  lock(): void {
    if (this.#state !== 'open') return;
    this.#tabs.announceLock();
    this.#lockHere();
  }

  #lockHere(): void {
    if (this.#state !== 'open') return;
    this.#keys = null;
    this.#state = 'locked';
    this.#parts.onLock();
  }

  async #open(keys: VaultKeys, opening: Opening): Promise<void> {
    await this.#parts.onOpen(keys, opening);
    this.#keys = keys;
    this.#state = 'open';
  }
}
