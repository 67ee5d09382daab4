import { appError } from '../core/app-error';
import { err, ok } from '../core/result';
import { readOfficeFile, writeOfficeFile } from '../core/vault/office-file';
import type { Result } from '../core/result';
import type { SettingsRepository } from '../store/settings-repository';
import type { JournalRepository } from '../store/journal-repository';
import type { ApiClient, SealedOffice } from '../sync/api-client';
import type { OfficeControl, OfficeState } from '../ui/controls/office-control';
import { fromBase64, toBase64 } from '../vault/base64';
import type { DeriveKey } from '../vault/derive-key';
import { newOfficeKey, officeKeysOf } from '../vault/office-key';
import type { OfficeKeys } from '../vault/office-key';
import { randomId } from '../vault/random-id';
import { openOfficeKey, sealOfficeKey } from '../vault/sealed-office-key';
import { openIndex, sealIndex, unite } from './office-index';
import type { OfficeIndex } from './office-index';

const OFFICE = 'office';
/** What files of other workstations told: clients that they linked. */
const FILE_INDEX = 'office-file-index';
/** The server did not answer in time: the office stays unknown, and nothing is sent. */
const PATIENCE_MS = 20_000;

/** `id` is `null` for a key made here before any server was heard: it becomes the office's when that is made. */
interface StoredOffice {
  readonly id: string | null;
  readonly key: string;
}

export interface OfficeParts {
  readonly api: ApiClient;
  readonly settings: SettingsRepository;
  readonly journal: JournalRepository;
  readonly deriveKey: DeriveKey;
  readonly now: () => number;
  /** True, false, or `null` while the server was not heard. */
  readonly extension: () => boolean | null;
  /** Clients that this workstation linked itself. */
  readonly ownIndex: () => Promise<Result<OfficeIndex>>;
  /** The office's keys changed: whoever holds the old ones starts again. */
  readonly onKeys: () => void;
}

/**
 * Which office this workstation belongs to, and its keys. A fresh vault works at once under a key of its own (offline,
 * from the first start on); nothing is sent before that key is an office's: a new one, or one that was joined.
 */
export class OfficeService implements OfficeControl {
  readonly #parts: OfficeParts;
  #stored: StoredOffice | null = null;
  #keys: OfficeKeys | null = null;
  #state: OfficeState = $state.raw({ kind: 'unknown' });

  constructor(parts: OfficeParts) {
    this.#parts = parts;
  }

  get state(): OfficeState {
    return this.#state;
  }

  /** `null` while locked. */
  get keys(): OfficeKeys | null {
    return this.#keys;
  }

  async load(): Promise<Result<null>> {
    const stored = await this.#parts.settings.getSealedJson<StoredOffice>(OFFICE);
    if (!stored.ok) return stored;
    const office = stored.value ?? { id: null, key: toBase64(newOfficeKey()) };
    return this.#adopt(office, stored.value === null);
  }

  /** Asks the server which office it knows, unless this workstation has joined one already. */
  async look(): Promise<void> {
    if (this.#stored === null || this.#stored.id !== null) return;
    // Another tab may have made or joined it meanwhile.
    const now = await this.#parts.settings.getSealedJson<StoredOffice>(OFFICE);
    if (now.ok && now.value !== null && now.value.id !== null) {
      await this.#adopt(now.value, false);
      return;
    }
    if (this.#parts.extension() !== true) {
      // The documented API alone keeps no office: it lives on this workstation, and is made here.
      this.#state = { kind: this.#parts.extension() === false ? 'none' : 'unknown' };
      return;
    }
    const office = await this.#parts.api.office(AbortSignal.timeout(PATIENCE_MS));
    if (!office.ok) this.#state = { kind: 'unknown' };
    else this.#state = { kind: office.value === null ? 'none' : 'join-required' };
  }

  async create(passphrase: string): Promise<Result<null>> {
    if (this.#stored === null) return err(appError('vault/locked'));
    const key = fromBase64(this.#stored.key);
    if (key === null) return err(appError('office/damaged'));
    const id = randomId();
    const sealedKey = await sealOfficeKey(key, id, passphrase, this.#parts.deriveKey);
    if (!sealedKey.ok) return sealedKey;
    if (this.#parts.extension() === true) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const put = await this.#parts.api.putOffice({ id, sealedKey: sealedKey.value }, { kind: 'new' }, signal);
      if (!put.ok) return put;
      if (put.value === null) {
        this.#state = { kind: 'join-required' };
        return err(appError('office/already-exists'));
      }
    }
    const adopted = await this.#adopt({ id, key: this.#stored.key }, true);
    if (adopted.ok) await this.#parts.journal.append(this.#parts.now(), { kind: 'office-created', office: id });
    return adopted;
  }

  async join(passphrase: string): Promise<Result<null>> {
    const office = await this.#parts.api.office(AbortSignal.timeout(PATIENCE_MS));
    if (!office.ok) return office;
    if (office.value === null) return err(appError('office/not-found'));
    const { id, sealedKey } = office.value.value;
    const key = await openOfficeKey(sealedKey, id, passphrase, this.#parts.deriveKey);
    if (!key.ok) return key;
    const adopted = await this.#adopt({ id, key: toBase64(key.value) }, true);
    if (adopted.ok) await this.#parts.journal.append(this.#parts.now(), { kind: 'office-joined', office: id });
    return adopted;
  }

  async changePassphrase(next: string): Promise<Result<null>> {
    const { api, deriveKey, extension, journal, now } = this.#parts;
    const key = this.#stored === null ? null : fromBase64(this.#stored.key);
    if (this.#stored === null || key === null) return err(appError('vault/locked'));
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const office = extension() === true ? await api.office(signal) : ok(null);
    if (!office.ok) return office;
    // Another office than ours: its key is not ours to wrap.
    if (office.value === null || office.value.value.id !== this.#stored.id) return err(appError('office/not-found'));
    const { id } = office.value.value;
    const sealedKey = await sealOfficeKey(key, id, next, deriveKey);
    if (!sealedKey.ok) return sealedKey;
    const when = { kind: 'version', etag: office.value.etag } as const;
    const put = await api.putOffice({ id, sealedKey: sealedKey.value }, when, signal);
    if (!put.ok) return put;
    if (put.value === null) return err(appError('office/changed-elsewhere'));
    await journal.append(now(), { kind: 'office-passphrase-changed', office: id });
    return ok(null);
  }

  /** Every linked client that this workstation knows of: from files, and its own, which win. */
  async knownIndex(): Promise<Result<OfficeIndex>> {
    const told = await this.#parts.settings.getSealedJson<OfficeIndex>(FILE_INDEX);
    if (!told.ok) return told;
    const own = await this.#parts.ownIndex();
    return own.ok ? ok(unite(told.value ?? [], own.value)) : own;
  }

  async exportFile(passphrase: string): Promise<Result<string>> {
    const { api, deriveKey, extension } = this.#parts;
    if (this.#stored === null || this.#keys === null) return err(appError('vault/locked'));
    const { id } = this.#stored;
    const key = fromBase64(this.#stored.key);
    if (id === null) return err(appError('office/join-required'));
    if (key === null) return err(appError('office/damaged'));
    const index = await this.knownIndex();
    if (!index.ok) return index;
    let sealedKey: Result<string>;
    if (extension() === true) {
      // The server keeps the key under the office's own passphrase: no file goes out under a mistyped one.
      const office = await api.office(AbortSignal.timeout(PATIENCE_MS));
      if (!office.ok) return office;
      if (office.value === null || office.value.value.id !== id) return err(appError('office/not-found'));
      const opened = await openOfficeKey(office.value.value.sealedKey, id, passphrase, deriveKey);
      if (!opened.ok) return opened;
      sealedKey = ok(office.value.value.sealedKey);
    } else sealedKey = await sealOfficeKey(key, id, passphrase, deriveKey);
    if (!sealedKey.ok) return sealedKey;
    const sealedIndex = await sealIndex(this.#keys.indexKey, index.value);
    return ok(writeOfficeFile({ id, sealedKey: sealedKey.value, index: sealedIndex }));
  }

  async importFile(text: string, passphrase: string): Promise<Result<null>> {
    const { api, deriveKey, extension, settings, journal, now } = this.#parts;
    const file = readOfficeFile(text);
    if (!file.ok) return file;
    if (this.#stored === null) return err(appError('vault/locked'));
    const { id, sealedKey } = file.value;
    const isMember = this.#stored.id !== null;
    if (isMember && this.#stored.id !== id) return err(appError('office/another-office'));
    const key = await openOfficeKey(sealedKey, id, passphrase, deriveKey);
    if (!key.ok) return key;
    const { indexKey } = await officeKeysOf(key.value);
    const index = await openIndex(indexKey, file.value.index);
    if (!index.ok) return err(appError('office/unreadable-file'));
    if (!isMember && extension() === true) {
      const agreed = await this.#agreeWithServer(api, { id, sealedKey });
      if (!agreed.ok) return agreed;
    }
    const before = await settings.getSealedJson<OfficeIndex>(FILE_INDEX);
    if (!before.ok) return before;
    // What was told before joining was of another key.
    const told = isMember ? unite(before.value ?? [], index.value) : index.value;
    const saved = await settings.putSealedJson(FILE_INDEX, told);
    if (!saved.ok || isMember) return saved;
    const adopted = await this.#adopt({ id, key: toBase64(key.value) }, true);
    if (adopted.ok) await journal.append(now(), { kind: 'office-joined', office: id });
    return adopted;
  }

  /** The server knows this very office; where it knows none, it is told of it. */
  async #agreeWithServer(api: ApiClient, file: SealedOffice): Promise<Result<null>> {
    const office = await api.office(AbortSignal.timeout(PATIENCE_MS));
    if (!office.ok) return office;
    if (office.value !== null) {
      return office.value.value.id === file.id ? ok(null) : err(appError('office/another-office'));
    }
    const put = await api.putOffice(file, { kind: 'new' }, AbortSignal.timeout(PATIENCE_MS));
    if (!put.ok) return put;
    return put.value === null ? err(appError('office/changed-elsewhere')) : ok(null);
  }

  forget(): void {
    this.#stored = null;
    this.#keys = null;
  }

  async #adopt(office: StoredOffice, isNew: boolean): Promise<Result<null>> {
    const key = fromBase64(office.key);
    if (key === null) return err(appError('office/damaged'));
    if (isNew) {
      const saved = await this.#parts.settings.putSealedJson(OFFICE, office);
      if (!saved.ok) return saved;
    }
    this.#stored = office;
    this.#keys = await officeKeysOf(key);
    if (office.id !== null) this.#state = { kind: 'joined', id: office.id };
    this.#parts.onKeys();
    return ok(null);
  }
}
