import type { OfficeNaming } from '../core/documents/nomenclature/office-naming';
import { withNaming, withoutNaming } from '../core/documents/nomenclature/office-naming';
import { parseOfficeTemplate } from '../core/documents/nomenclature/office-template';
import { ok, type Result } from '../core/result';
import type { JournalRepository } from '../store/journal-repository';
import type { SettingsRepository } from '../store/settings-repository';
import type { OfficeNamingControl } from '../ui/controls/office-naming-control';

const SETTING = 'office-namings';

/** The office's own nomenclatures, sealed; each change leaves a line in the journal, which never holds the pattern. */
export class OfficeNamings implements OfficeNamingControl {
  readonly #settings: SettingsRepository;
  readonly #journal: JournalRepository;
  readonly #now: () => number;

  constructor(settings: SettingsRepository, journal: JournalRepository, now: () => number) {
    this.#settings = settings;
    this.#journal = journal;
    this.#now = now;
  }

  async all(): Promise<Result<readonly OfficeNaming[]>> {
    const stored = await this.#settings.getSealedJson<readonly OfficeNaming[]>(SETTING);
    return stored.ok ? ok(stored.value ?? []) : stored;
  }

  /** Errors: those of the pattern (`naming/…`), and of the vault. */
  async save(naming: OfficeNaming): Promise<Result<null>> {
    const template = parseOfficeTemplate(naming.pattern);
    if (!template.ok) return template;
    return this.#change('office-naming-saved', naming.form, (kept) => withNaming(kept, naming));
  }

  forget(form: OfficeNaming['form']): Promise<Result<null>> {
    return this.#change('office-naming-forgotten', form, (kept) => withoutNaming(kept, form));
  }

  async #change(
    kind: 'office-naming-saved' | 'office-naming-forgotten',
    form: OfficeNaming['form'],
    next: (kept: readonly OfficeNaming[]) => readonly OfficeNaming[],
  ): Promise<Result<null>> {
    const kept = await this.all();
    if (!kept.ok) return kept;
    const put = await this.#settings.putSealedJson(SETTING, next(kept.value));
    if (!put.ok) return put;
    const noted = await this.#journal.append(this.#now(), { kind, form });
    return noted.ok ? ok(null) : noted;
  }
}
