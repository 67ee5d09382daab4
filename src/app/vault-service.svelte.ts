import { appError } from '../core/app-error';
import type { AppError } from '../core/app-error';
import { err, ok } from '../core/result';
import type { Result } from '../core/result';
import type { KeySlotRepository } from '../store/key-slot-repository';
import type { VaultControl } from '../ui/controls/vault-control';
import type { DeriveKey } from '../vault/derive-key';
import type { KeySlot } from '../core/vault/key-slot';
import { createFirstSlot, openSlot, rewrapSlot } from '../vault/key-slots';
import { randomId } from '../vault/random-id';
import type { SlotSecret } from '../vault/slot-secret';
import { vaultKeysOf } from '../vault/vault-key';
import type { VaultKeys } from '../vault/vault-key';
import { watchIdle } from './idle-lock';
import type { Passkeys } from './passkeys';
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
  readonly passkeys: Passkeys;
  /** What the system's own list of passkeys calls it. */
  readonly passkeyLabel: () => string;
  readonly channel: BroadcastChannel;
  /** Awaited before the screens see the vault open. */
  readonly onOpen: (keys: VaultKeys, opening: Opening) => Promise<void>;
  readonly onLock: () => void;
  /** Another way in, or one less: for the journal. */
  readonly onWays: (change: 'passphrase-changed' | 'passkey-added' | 'passkey-removed') => Promise<void>;
}

/** The vault's life in this tab: none, locked, open. */
export class VaultService implements VaultControl {
  readonly #parts: VaultParts;
  readonly #tabs: TabKeys<VaultKeys>;
  #keys: VaultKeys | null = null;
  #state: VaultControl['state'] = $state('loading');
  #failure: AppError | null = $state.raw(null);
  #passkeys: readonly string[] = $state.raw([]);
  #deviceFingerprint: string | null = $state(null);

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

  get passkeys(): readonly string[] {
    return this.#passkeys;
  }

  get passkeysSupported(): boolean {
    return this.#parts.passkeys.supported;
  }

  get deviceFingerprint(): string | null {
    return this.#deviceFingerprint;
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
    this.#show(slots.value);
    const keys = await this.#tabs.request();
    if (keys) await this.#open(keys, { kind: 'shared' });
    else this.#state = 'locked';
  }

  async create(passphrase: string): Promise<Result<null>> {
    const secret = this.#typed(passphrase);
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
    const found = await this.#slotOpenedBy(passphrase);
    if (!found.ok) return found;
    await this.#open(await vaultKeysOf(found.value.vaultKey), { kind: 'unlocked' });
    return ok(null);
  }

  async unlockWithPasskey(): Promise<Result<null>> {
    const slots = await this.#parts.slots.all();
    if (!slots.ok) return slots;
    const known = slots.value.flatMap(({ kdf }) => (kdf.name === 'prf-hkdf' ? [kdf] : []));
    const secret = await this.#parts.passkeys.ask(known);
    if (!secret.ok) return secret;
    const slot = slots.value.find(({ kdf }) => kdf === secret.value.parameters);
    const opened = slot ? await openSlot(slot, secret.value) : err(appError('vault/passkey-refused'));
    if (!opened.ok) return opened;
    await this.#open(await vaultKeysOf(opened.value.vaultKey), { kind: 'unlocked' });
    return ok(null);
  }

  /** The vault key is wrapped anew; nothing else is written. */
  async changePassphrase(current: string, next: string): Promise<Result<null>> {
    const found = await this.#slotOpenedBy(current);
    if (!found.ok) return found;
    const slot = await rewrapSlot(found.value.slot, found.value.secret, this.#typed(next));
    if (!slot.ok) return slot;
    const replaced = await this.#parts.slots.replace(found.value.slot.id, slot.value);
    if (replaced.ok) await this.#parts.onWays('passphrase-changed');
    return replaced;
  }

  async addPasskey(passphrase: string): Promise<Result<null>> {
    const found = await this.#slotOpenedBy(passphrase);
    if (!found.ok) return found;
    const passkey = await this.#parts.passkeys.create(this.#parts.passkeyLabel());
    if (!passkey.ok) return passkey;
    const slot = await rewrapSlot(found.value.slot, found.value.secret, passkey.value);
    if (!slot.ok) return slot;
    return this.#changed(await this.#parts.slots.add(slot.value), 'passkey-added');
  }

  async removePasskey(id: string): Promise<Result<null>> {
    return this.#changed(await this.#parts.slots.removePasskey(id), 'passkey-removed');
  }

  /** Told once the key is read or made. */
  showDevice(fingerprint: string): void {
    this.#deviceFingerprint = fingerprint;
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

  #typed(passphrase: string): SlotSecret {
    return { kind: 'passphrase', passphrase, deriveKey: this.#parts.deriveKey };
  }

  async #slotOpenedBy(
    passphrase: string,
  ): Promise<Result<{ readonly slot: KeySlot; readonly secret: SlotSecret; readonly vaultKey: CryptoKey }>> {
    const slots = await this.#parts.slots.all();
    if (!slots.ok) return slots;
    const secret = this.#typed(passphrase);
    for (const slot of slots.value) {
      if (slot.kind !== 'passphrase') continue;
      const opened = await openSlot(slot, secret);
      if (opened.ok) return ok({ slot, secret, vaultKey: opened.value.vaultKey });
    }
    return err(appError('vault/wrong-passphrase'));
  }

  async #changed(done: Result<null>, change: 'passkey-added' | 'passkey-removed'): Promise<Result<null>> {
    if (!done.ok) return done;
    const slots = await this.#parts.slots.all();
    if (slots.ok) this.#show(slots.value);
    await this.#parts.onWays(change);
    return done;
  }

  #show(slots: readonly KeySlot[]): void {
    this.#passkeys = slots.flatMap(({ id, kind }) => (kind === 'prf' ? [id] : []));
  }

  async #open(keys: VaultKeys, opening: Opening): Promise<void> {
    await this.#parts.onOpen(keys, opening);
    this.#keys = keys;
    this.#state = 'open';
  }
}
