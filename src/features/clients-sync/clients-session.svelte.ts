import { appError } from '../../core/app-error';
import { NO_DECISIONS, type ClientsDecisionState } from '../../core/clients/decided-rows';
import { DecidedPlan } from '../../core/clients/decided-plan';
import type { LockableField } from '../../core/clients/field-policy';
import type { MergeField } from '../../core/clients/merge-rows';
import type { DecidedSide } from '../../core/clients/decided-side';
import type { ClientsOutlook } from '../../core/clients/plan-outlook';
import type { ReadOverrides } from '../../core/clients/source-reading';
import type { PlanRow } from '../../core/clients/upsert-plan';
import { ok, type Result } from '../../core/result';
import type { RowId, ServerClientId } from '../../core/ids';
import type { ClientsImport } from '../../ui/controls/clients-import';
import type { KeptSession } from '../../ui/kept-sessions.svelte';
import type { PackedRows } from '../../worker-bridge/packed-rows';
import type { RevisedPlan, RowOrder, SortKey, SourceCell } from '../../worker-bridge/clients-worker-api';
import { sameForm } from './clients-form';
import { ClientsFormState } from './clients-form-state.svelte';
import type { ClientsFilter, ClientsState } from './clients-state';
import { asLists, withChoice, withChoices, withExclusion, withRefusal, withSide } from './decide';
import { EMPTY_PLAN, PackedPlan } from './packed-plan';

/** One run of Synchronisation clients: form → reading → preview → importing → imported. */
export class ClientsSession extends ClientsFormState implements KeptSession {
  #port: ClientsImport;
  #now: () => number;
  #state = $state.raw<ClientsState>({ kind: 'idle', cancelled: false });
  #rows = $state.raw<PackedPlan>(EMPTY_PLAN);
  #order = $state.raw<Uint32Array>(new Uint32Array());
  #decisions = $state.raw<ClientsDecisionState>(NO_DECISIONS);
  /** « Lecture du fichier » is unfolded: it stays so while the file is read again. */
  doctorOpen = $state(false);
  #filter = $state<ClientsFilter>('all');
  #search = $state('');
  #sorting = $state.raw<RowOrder>({ key: 'name', descending: false });
  #selected = $state<RowId | null>(null);
  /** Each question carries its number: only the last one's answer counts. */
  #question = 0;
  #run = 0;

  readonly decided = $derived.by(() => new DecidedPlan(this.#rows, this.#decisions));
  /** Positions of the rows of the filter and search, in the worker's order. */
  readonly visible = $derived.by(() =>
    this.#filter === 'all' ? this.#order : this.decided.withStatus(this.#filter, this.#order),
  );
  readonly selectedRow = $derived.by(() => (this.#selected === null ? null : this.rowOf(this.#selected)));
  /** The form no longer says what was previewed. */
  readonly stale = $derived.by(() => {
    const form = this.form();
    return this.#state.kind === 'preview' && (form === null || !sameForm(form, this.#state.form));
  });
  readonly importable = $derived.by(
    () =>
      this.#state.kind === 'preview' &&
      !this.stale &&
      this.outlook.create + this.outlook.update + this.outlook.keeping + this.outlook.byHand > 0,
  );

  /** `now` in milliseconds, monotonic: only differences are used. */
  constructor(port: ClientsImport, now: () => number) {
    super();
    this.#port = port;
    this.#now = now;
  }

  get state(): ClientsState {
    return this.#state;
  }
  get rows(): PackedPlan {
    return this.#rows;
  }
  get outlook(): ClientsOutlook {
    return this.decided.outlook;
  }
  rowOf(id: RowId): PlanRow | null {
    return this.#rows.at(this.#rows.find(id)) ?? null;
  }
  /** The row shown there. */
  visibleAt(place: number): PlanRow | undefined {
    return this.#rows.at(this.visible[place] ?? -1);
  }
  get decisions(): ClientsDecisionState {
    return this.#decisions;
  }
  get filter(): ClientsFilter {
    return this.#filter;
  }
  get search(): string {
    return this.#search;
  }
  get sorting(): RowOrder {
    return this.#sorting;
  }
  get selected(): RowId | null {
    return this.#selected;
  }
  get busy(): boolean {
    return !['idle', 'imported', 'failed'].includes(this.#state.kind);
  }

  override chooseFile(file: File): void {
    super.chooseFile(file);
    const { kind } = this.#state;
    if (kind === 'failed' || kind === 'imported') this.#clear({ kind: 'idle', cancelled: false });
  }

  /** Decides how the file is read, beside what was decided before, and reads it again. */
  async decideReading(decision: ReadOverrides): Promise<void> {
    const before = this.#state.kind === 'preview' ? this.#state.diagnosis.remembered : null;
    this.readWith({ ...before, ...this.overrides, ...decision });
    await this.preview();
  }

  /** Back to what is detected, now and for the lists of these columns to come. */
  async forgetReading(): Promise<void> {
    if (this.#state.kind === 'preview') {
      const { software, clientType } = this.#state.form;
      const columns = this.#state.diagnosis.columns.map(({ header, field }) => ({ header, field }));
      const forgotten = await this.#port.mappings.forgetReading({ software, clientType, columns });
      if (!forgotten.ok) return this.#clear({ kind: 'failed', error: forgotten.error });
    }
    this.readWith({});
    await this.preview();
  }

  /** Plans anew against the clients as GEM-BOOKS has them now. */
  rereadServer(): Promise<void> {
    this.#port.rereadServer();
    return this.preview();
  }

  async preview(): Promise<void> {
    const form = this.form();
    if (form === null || this.#state.kind === 'reading' || this.#state.kind === 'importing') return;
    const run = ++this.#run;
    const startedAt = this.#now();
    this.#clear({ kind: 'reading', startedAt, now: startedAt, done: 0, total: 0 });
    const parts: PackedRows[] = [];
    const result = await this.#port.preview(
      { ...form, overrides: this.overrides },
      {
        progress: (done, total) => {
          if (run !== this.#run || this.#state.kind !== 'reading') return;
          this.#state = { kind: 'reading', startedAt, now: this.#now(), done, total };
        },
        rows: (rows) => {
          parts.push(rows);
        },
      },
    );
    if (run !== this.#run) return;
    if (!result.ok) {
      const cancelled = result.error.code === 'worker/aborted';
      this.#clear(cancelled ? { kind: 'idle', cancelled } : { kind: 'failed', error: result.error });
      return;
    }
    const { diagnosis, summary, facts } = result.value;
    this.#rows = new PackedPlan(parts, facts);
    this.#state = { kind: 'preview', diagnosis, summary, form, failure: null };
    await this.#ask();
  }

  cancel(): void {
    if (this.#state.kind !== 'reading') return;
    this.#run += 1;
    this.#port.cancel();
    this.#clear({ kind: 'idle', cancelled: true });
  }

  show(filter: ClientsFilter): void {
    this.#filter = filter;
  }

  async find(search: string): Promise<void> {
    this.#search = search;
    await this.#ask();
  }

  /** By this column; by it the other way round when it is already. */
  async sort(key: SortKey): Promise<void> {
    this.#sorting = { key, descending: this.#sorting.key === key && !this.#sorting.descending };
    await this.#ask();
  }

  cellsOf(row: RowId): Promise<readonly SourceCell[]> {
    return this.#port.cells(row);
  }

  /** `null` gives the file's cell back. */
  setCell(row: RowId, column: number, text: string | null): Promise<void> {
    return this.#revise(this.#port.revise({ kind: 'cell', row, column, text }));
  }

  /** `row` goes into `into`, and acts no more; `take`: the fields of which `row`'s value stands. */
  merge(row: RowId, into: RowId, take: readonly MergeField[]): Promise<void> {
    return this.#revise(this.#port.revise({ kind: 'merge', row, into, take }));
  }

  unmerge(row: RowId): Promise<void> {
    return this.#revise(this.#port.revise({ kind: 'unmerge', row }));
  }

  setLock(client: ServerClientId | null, field: LockableField, locked: boolean): Promise<void> {
    return this.#revise(
      this.#port
        .setLock(client, field, locked)
        .then((answer) => (answer.ok ? (answer.value.plan === null ? null : ok(answer.value.plan)) : answer)),
    );
  }

  select(row: RowId | null): void {
    this.#selected = row;
  }

  refuseField(row: RowId, field: string, refused: boolean): void {
    this.#decisions = withRefusal(this.#decisions, row, field, refused);
  }

  exclude(row: RowId, excluded: boolean): void {
    this.#decisions = withExclusion(this.#decisions, row, excluded);
  }

  /** `null` creates a new record; `undefined` takes the decision back. */
  choose(row: RowId, candidate: ServerClientId | null | undefined): void {
    this.#decisions = withChoice(this.#decisions, row, candidate);
  }

  chooseMany(choices: readonly (readonly [RowId, ServerClientId])[]): void {
    this.#decisions = withChoices(this.#decisions, choices);
  }

  /** « Garder GEM-BOOKS » or « Prendre le fichier »; `undefined` takes the decision back. One row, or many at once. */
  takeSide(rows: readonly RowId[], side: DecidedSide | undefined): void {
    this.#decisions = withSide(this.#decisions, rows, side);
  }

  async importAll(): Promise<void> {
    if (this.#state.kind !== 'preview') return;
    if (!this.importable) {
      this.#state = {
        ...this.#state,
        failure: appError(this.stale ? 'batch/preview-stale' : 'batch/nothing-to-import'),
      };
      return;
    }
    const preview = this.#state;
    this.#state = { kind: 'importing' };
    const result = await this.#port.importAll({
      ...asLists(this.#decisions),
      accountManagerId: this.managerId,
      ...(this.invitation.emailTemplateId === null && this.invitation.language === null
        ? {}
        : { invitation: this.invitation }),
    });
    this.#state = result.ok ? { kind: 'imported', batch: result.value.batch } : { ...preview, failure: result.error };
  }

  /** Back to an empty form, the choices kept. */
  restart(): void {
    if (this.#state.kind === 'importing') return;
    this.emptyForm();
    this.#clear({ kind: 'idle', cancelled: false });
  }

  dispose(): void {
    this.#run += 1;
    if (this.#state.kind === 'reading') this.#port.cancel();
    this.dropFile();
    this.#clear({ kind: 'idle', cancelled: false });
  }

  #clear(state: ClientsState): void {
    this.#question += 1;
    this.#rows = EMPTY_PLAN;
    this.#order = new Uint32Array();
    this.#decisions = NO_DECISIONS;
    [this.#selected, this.#filter, this.#search] = [null, 'all', ''];
    this.#state = state;
  }

  async #revise(question: Promise<Result<RevisedPlan> | null>): Promise<void> {
    const run = this.#run;
    const revised = await question;
    if (revised === null || run !== this.#run || this.#state.kind !== 'preview') return;
    if (!revised.ok) {
      this.#state = { ...this.#state, failure: revised.error };
      return;
    }
    const { summary, facts, length, changed } = revised.value;
    this.#rows = this.#rows.revised(length, changed, facts);
    this.#state = { ...this.#state, summary, failure: null };
    await this.#ask();
  }

  /** The worker knows the accent-free search and the French order; the filter is ours, since decisions move rows. */
  async #ask(): Promise<void> {
    const question = ++this.#question;
    const order = await this.#port.view({ status: 'all', search: this.#search, order: this.#sorting });
    if (question === this.#question) this.#order = order;
  }
}
