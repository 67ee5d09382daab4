import { mergeMappings, readMappings, writeMappings } from '../core/clients/mapping-file';
import { isAliasMapping, sameMapping, type SavedMapping } from '../core/clients/saved-mapping';
import { ok, type Result } from '../core/result';
import type { SettingsRepository } from '../store/settings-repository';

const SETTING = 'column-mappings';

/** What this office said of its columns, sealed: headers may name what an office keeps of its clients. */
export class ColumnMappings {
  readonly #settings: SettingsRepository;

  constructor(settings: SettingsRepository) {
    this.#settings = settings;
  }

  async all(): Promise<Result<readonly SavedMapping[]>> {
    const stored = await this.#settings.getSealedJson<readonly SavedMapping[]>(SETTING);
    return stored.ok ? ok(stored.value ?? []) : stored;
  }

  /** What was decided of how such files are read stays, unless the mapping says it anew. */
  save(mapping: SavedMapping): Promise<Result<null>> {
    return this.#change((kept) => {
      const reading = mapping.reading ?? kept.find((other) => sameMapping(mapping, other))?.reading;
      return mergeMappings(kept, [reading === undefined ? mapping : { ...mapping, reading }]);
    });
  }

  forgetReading(mapping: SavedMapping): Promise<Result<null>> {
    return this.#change((kept) =>
      kept.flatMap((other) => {
        if (!sameMapping(mapping, other)) return [other];
        const { software, clientType, columns } = other;
        return isAliasMapping(other) ? [] : [{ software, clientType, columns }];
      }),
    );
  }

  forget(mapping: SavedMapping): Promise<Result<null>> {
    return this.#change((kept) => kept.filter((other) => !sameMapping(mapping, other)));
  }

  async exportText(): Promise<Result<string>> {
    const kept = await this.all();
    return kept.ok ? ok(writeMappings(kept.value)) : kept;
  }

  async importText(text: string): Promise<Result<null>> {
    const added = readMappings(text);
    return added.ok ? this.#change((kept) => mergeMappings(kept, added.value)) : added;
  }

  async #change(next: (kept: readonly SavedMapping[]) => readonly SavedMapping[]): Promise<Result<null>> {
    const kept = await this.all();
    return kept.ok ? this.#settings.putSealedJson(SETTING, next(kept.value)) : kept;
  }
}
