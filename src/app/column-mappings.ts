import { isAliasMapping, sameMapping, type SavedMapping } from '../core/clients/saved-mapping';
import { newerWins } from '../core/newer-wins';
import type { Result } from '../core/result';
import type { SettingsRepository } from '../store/settings-repository';
import { SealedList } from './sealed-list';

/** What this office said of its columns, sealed: headers may name what an office keeps of its clients. */
export class ColumnMappings extends SealedList<SavedMapping> {
  constructor(settings: SettingsRepository) {
    super(settings, {
      setting: 'column-mappings',
      isSame: sameMapping,
      file: async () => {
        const { readMappings, writeMappings } = await import('../core/clients/mapping-file');
        return { read: readMappings, write: writeMappings };
      },
    });
  }

  /** What was decided of how such files are read stays, unless the mapping says it anew. */
  override save(mapping: SavedMapping): Promise<Result<null>> {
    return this.change((kept) => {
      const reading = mapping.reading ?? kept.find((other) => sameMapping(mapping, other))?.reading;
      return newerWins(kept, [reading === undefined ? mapping : { ...mapping, reading }], sameMapping);
    });
  }

  forgetReading(mapping: SavedMapping): Promise<Result<null>> {
    return this.change((kept) =>
      kept.flatMap((other) => {
        if (!sameMapping(mapping, other)) return [other];
        const { software, clientType, columns } = other;
        return isAliasMapping(other) ? [] : [{ software, clientType, columns }];
      }),
    );
  }
}
