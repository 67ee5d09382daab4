import type { ClientType, Software } from '../core/clients/client';
import { isAliasMapping, mappingProblem, sameMapping, type SavedMapping } from '../core/clients/saved-mapping';
import type { ReadOverrides } from '../core/clients/source-reading';
import { newerWins } from '../core/newer-wins';
import { ok, type Result } from '../core/result';
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

  async of(software: Software, clientType: ClientType): Promise<Result<readonly SavedMapping[]>> {
    const all = await this.all();
    if (!all.ok) return all;
    return ok(all.value.filter((mapping) => mapping.software === software && mapping.clientType === clientType));
  }

  /** Decisions hold for every list of the same columns: the header row is found by them again. */
  async remember(
    { software, clientType }: Pick<SavedMapping, 'software' | 'clientType'>,
    { encoding, delimiter, sheet, headerRow }: ReadOverrides,
    columns: SavedMapping['columns'],
  ): Promise<Result<null>> {
    if ([encoding, delimiter, sheet, headerRow].every((decision) => decision === undefined)) return ok(null);
    if (mappingProblem(columns.map(({ field }) => field)) !== null) return ok(null);
    return this.save({
      software,
      clientType,
      columns: columns.map(({ header, field }) => ({ header, field })),
      reading: {
        ...(encoding === undefined ? {} : { encoding }),
        ...(delimiter === undefined ? {} : { delimiter }),
        ...(sheet === undefined ? {} : { sheet }),
      },
    });
  }
}
