import { newerWins } from '../core/newer-wins';
import { ok, type Result } from '../core/result';
import type { SettingsRepository } from '../store/settings-repository';

/** How a list that an office keeps is told apart, merged, and written for its other workstations. */
export interface ListRules<T> {
  /** The setting's name: ours, never a person's. */
  readonly setting: string;
  readonly isSame: (a: T, b: T) => boolean;
  /** Fetched when a file is first written or read: few pages ever do. */
  readonly file: () => Promise<ListFile<T>>;
}

export interface ListFile<T> {
  readonly write: (items: readonly T[]) => string;
  readonly read: (text: string) => Result<readonly T[]>;
}

/** What an office taught this workstation, sealed: saved, forgotten, exported, imported. */
export class SealedList<T> {
  readonly #settings: SettingsRepository;
  readonly #rules: ListRules<T>;

  constructor(settings: SettingsRepository, rules: ListRules<T>) {
    this.#settings = settings;
    this.#rules = rules;
  }

  async all(): Promise<Result<readonly T[]>> {
    const stored = await this.#settings.getSealedJson<readonly T[]>(this.#rules.setting);
    return stored.ok ? ok(stored.value ?? []) : stored;
  }

  save(item: T): Promise<Result<null>> {
    return this.change((kept) => newerWins(kept, [item], this.#rules.isSame));
  }

  forget(item: T): Promise<Result<null>> {
    return this.change((kept) => kept.filter((other) => !this.#rules.isSame(item, other)));
  }

  async exportText(): Promise<Result<string>> {
    const kept = await this.all();
    return kept.ok ? ok((await this.#rules.file()).write(kept.value)) : kept;
  }

  async importText(text: string): Promise<Result<null>> {
    const added = (await this.#rules.file()).read(text);
    return added.ok ? this.change((kept) => newerWins(kept, added.value, this.#rules.isSame)) : added;
  }

  protected async change(next: (kept: readonly T[]) => readonly T[]): Promise<Result<null>> {
    const kept = await this.all();
    return kept.ok ? this.#settings.putSealedJson(this.#rules.setting, next(kept.value)) : kept;
  }
}
