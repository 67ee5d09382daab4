import { appError } from '../../core/app-error';
import type { DocumentDecision, DocumentRow } from '../../core/documents/document-row';
import { isLockedDocument } from '../../core/documents/locked-document';
import { isWithheld } from '../../core/documents/withheld-rights';
import type { SpouseConsent } from '../../core/documents/spouse-consent';
import type { PlacedField } from '../../core/forms/placed-field';
import type { LocalClientId, RowId } from '../../core/ids';
import { err, ok } from '../../core/result';
import type { Result } from '../../core/result';
import type { DocumentsImport } from '../../ui/controls/documents-import';
import { withEntry, withoutKey } from '../../ui/copy-on-write';
import type { KeptSession } from '../../ui/kept-sessions.svelte';
import { journalled, NO_DECISIONS, outlookOf, problemFrom, reasonOf } from './documents-decisions';
import type { DocumentDecisions } from './documents-decisions';
import { DocumentsChoice } from './documents-choice.svelte';
import { sameForm } from './documents-form';
import { importedState } from './documents-state';
import type { DocumentsFilter, DocumentsState } from './documents-state';

type Again = ReturnType<DocumentsImport['unlock']>;

type Listener = Parameters<DocumentsImport['unlock']>[1];

/** One run of Envois des documents: form → reading → preview → importing → imported. */
export class DocumentsSession implements KeptSession {
  #port: DocumentsImport;
  #now: () => number;
  #state = $state.raw<DocumentsState>({ kind: 'idle', cancelled: false });
  #rows = $state.raw<readonly DocumentRow[]>([]);
  #order = $state.raw<Uint32Array>(new Uint32Array());
  #decisions = $state.raw<DocumentDecisions>(NO_DECISIONS);
  #rightsReason = $state<string | null>(null);
  #filter = $state<DocumentsFilter>('all');
  #search = $state('');
  #selected = $state<RowId | null>(null);
  /** Each question carries its number: only the last one's answer counts. */
  #question = 0;
  #invitations = $state.raw<ReadonlyMap<string, 'invited' | 'connected'> | null>(null);
  #run = 0;
  #knownAt = $state(0);

  readonly choice: DocumentsChoice;

  readonly outlook = $derived.by(() => outlookOf(this.#rows, this.#decisions));
  /** Rows of the filter and search, in the order of the archive. */
  readonly visible = $derived.by(() => {
    const rows: DocumentRow[] = [];
    for (const index of this.#order) {
      const row = this.#rows[index];
      if (row && (this.#filter === 'all' || row.status === this.#filter)) rows.push(row);
    }
    return rows;
  });
  readonly selectedRow = $derived.by(() => this.#rows.find((row) => row.id === this.#selected) ?? null);
  /** Documents that a password keeps closed. */
  readonly locked = $derived.by(() => this.#rows.filter(isLockedDocument));
  /** Documents whose rights forbid what preparing changes. */
  readonly withheld = $derived.by(() => this.#rows.filter(isWithheld));
  /** The form no longer says what was previewed. */
  readonly stale = $derived.by(() => this.#state.kind === 'preview' && !sameForm(this.choice.chosen, this.#state.form));
  /** What the folders will be marked with; `null` while a field cannot be taken. */
  readonly marks = $derived.by(() => (this.#port.marksFolders ? this.choice.folder.marks : {}));
  readonly importable = $derived.by(
    () =>
      this.#state.kind === 'preview' &&
      !this.#state.summary.shifted &&
      !this.stale &&
      this.marks !== null &&
      this.outlook.documents > 0,
  );

  /** `now` in milliseconds, monotonic: only differences are used. */
  constructor(port: DocumentsImport, now: () => number, taxYear: number) {
    this.#port = port;
    this.#now = now;
    this.choice = new DocumentsChoice(taxYear);
  }

  get state(): DocumentsState {
    return this.#state;
  }
  get rows(): readonly DocumentRow[] {
    return this.#rows;
  }
  get decisions(): DocumentDecisions {
    return this.#decisions;
  }
  /** By address key; `null` until known. */
  get invitations(): ReadonlyMap<string, 'invited' | 'connected'> | null {
    return this.#invitations;
  }
  /** Why the office prepares them all the same; `null`: it does not. */
  get rightsReason(): string | null {
    return this.#rightsReason;
  }
  /** When the clients were last asked for: those of a later import are not known to the preview. As `now`. */
  get knownAt(): number {
    return this.#knownAt;
  }
  get filter(): DocumentsFilter {
    return this.#filter;
  }
  get search(): string {
    return this.#search;
  }
  get selected(): RowId | null {
    return this.#selected;
  }
  get busy(): boolean {
    return this.#state.kind === 'reading' || this.#state.kind === 'preview' || this.#state.kind === 'importing';
  }

  chooseFiles(files: readonly File[]): void {
    this.choice.files = files;
    if (this.#state.kind === 'failed' || this.#state.kind === 'imported')
      this.#clear({ kind: 'idle', cancelled: false });
  }

  /** What the office taught of its file names; what was previewed with other words for them is stale. */
  async learnNamings(): Promise<Result<null>> {
    const kept = await this.#port.namings.all();
    if (!kept.ok) return kept;
    this.choice.namings = kept.value;
    return ok(null);
  }

  async preview(): Promise<void> {
    if (this.choice.files.length === 0 || this.#state.kind === 'reading' || this.#state.kind === 'importing') return;
    const run = ++this.#run;
    const startedAt = this.#now();
    this.#knownAt = startedAt;
    this.#clear({ kind: 'reading', startedAt, now: startedAt, done: 0, total: 0 });
    const learned = await this.learnNamings();
    if (run !== this.#run) return;
    if (!learned.ok) return this.#clear({ kind: 'failed', error: learned.error });
    const form = this.choice.chosen;
    const { files, ...options } = form;
    const rows: DocumentRow[] = [];
    const result = await this.#port.preview({ files, options }, this.#listener(run, startedAt, rows));
    if (run !== this.#run) return;
    if (!result.ok) {
      const cancelled = result.error.code === 'worker/aborted';
      this.#clear(cancelled ? { kind: 'idle', cancelled } : { kind: 'failed', error: result.error });
      return;
    }
    this.#rows = rows;
    // Nothing is searched for yet: the list is whole at once, and never says that nothing is found.
    this.#order = Uint32Array.from(rows.keys());
    this.#state = { kind: 'preview', summary: result.value, form, failure: null };
    // Said once the lines are there: nothing waits for it.
    void this.#port.invitations().then((known) => (this.#invitations = known));
    await this.#ask();
  }

  /** One password for all that is closed. What was decided stays; the rows come again, under their ids. */
  async unlock(password: string): Promise<void> {
    await this.#again(this.locked.length, (on) => this.#port.unlock(password, on));
  }

  /** « Préparer quand même » what its rights forbid, for the whole batch; `null` takes it back. As `unlock`. */
  async liftRights(reason: string | null): Promise<void> {
    const kept = reason === null ? null : reasonOf(reason, this.withheld);
    const lifted = await this.#again(this.withheld.length, (on) => this.#port.liftRights(kept, on));
    if (lifted) this.#rightsReason = kept;
  }

  /** The clients as they are now, those made since among them. As `unlock`. */
  async knowClients(): Promise<void> {
    const asked = this.#now();
    if (await this.#again(this.#rows.length, (on) => this.#port.knowClients(on))) this.#knownAt = asked;
  }

  async #again(toRead: number, ask: (on: Listener) => Again): Promise<boolean> {
    if (this.#state.kind !== 'preview') return false;
    const preview = this.#state;
    const run = ++this.#run;
    const startedAt = this.#now();
    this.#state = { kind: 'reading', startedAt, now: startedAt, done: 0, total: toRead };
    const rows: DocumentRow[] = [];
    const result = await ask(this.#listener(run, startedAt, rows));
    if (run !== this.#run) return false;
    if (result.ok) this.#rows = rows;
    this.#state = result.ok
      ? { ...preview, summary: result.value, failure: null }
      : { ...preview, failure: result.error };
    await this.#ask();
    return result.ok;
  }

  /** Follows a reading; its lines are gathered, since nobody sees them before the last one came. */
  #listener(run: number, startedAt: number, gathered: DocumentRow[]): Listener {
    return {
      progress: (done, total) => {
        if (run !== this.#run || this.#state.kind !== 'reading') return;
        this.#state = { kind: 'reading', startedAt, now: this.#now(), done, total };
      },
      rows: (rows) => void gathered.push(...rows),
    };
  }

  /** Stops reading or preparing: nothing of the batch was queued, and nothing of it stays. */
  cancel(): void {
    if (this.#state.kind !== 'reading' && this.#state.kind !== 'importing') return;
    this.#run += 1;
    this.#port.cancel();
    this.#clear({ kind: 'idle', cancelled: true });
  }

  show(filter: DocumentsFilter): void {
    this.#filter = filter;
  }

  async find(search: string): Promise<void> {
    this.#search = search;
    await this.#ask();
  }

  select(row: RowId | null): void {
    this.#selected = row;
  }

  /** `null` takes the decision back. The worker judges the row anew. */
  async decide(row: RowId, made: DocumentDecision | null): Promise<void> {
    if (this.#state.kind !== 'preview') return;
    const decision = made && journalled(made, this.#rows.find(({ id }) => id === row) ?? null);
    const run = this.#run;
    const judged = await this.#port.decide(row, decision);
    if (run !== this.#run || this.#state.kind !== 'preview') return;
    if (!judged.ok) {
      this.#state = { ...this.#state, failure: judged.error };
      return;
    }
    this.#decisions = decision === null ? withoutKey(this.#decisions, row) : withEntry(this.#decisions, row, decision);
    this.#replace(judged.value);
  }

  #replace(lines: readonly DocumentRow[]): void {
    const changed = new Map(lines.map((line) => [line.id, line]));
    this.#rows = this.#rows.map((known) => changed.get(known.id) ?? known);
  }

  /** The next (or previous) line of the list that still asks for somebody, after the selected one; `null` when none. */
  nextProblem(step: 1 | -1 = 1): DocumentRow | null {
    const shown = [...this.#order].flatMap((index) => this.#rows[index] ?? []);
    return problemFrom(shown, this.#decisions, this.#selected, step);
  }

  /** The same decision for several lines, one after the other. */
  async decideAll(rows: readonly DocumentRow[], decision: DocumentDecision): Promise<void> {
    for (const { id } of rows) await this.decide(id, decision);
  }

  /** Fields put by hand: for this document, or (`keep`) for all of its form, year and print. `null` takes them back. */
  async place(row: RowId, fields: readonly PlacedField[] | null, keep: boolean): Promise<Result<null>> {
    const run = this.#run;
    const placed = await this.#port.place({ row, fields, keep });
    if (!placed.ok) return placed;
    if (run !== this.#run || this.#state.kind !== 'preview') return err(appError('batch/preview-stale'));
    this.#replace(placed.value);
    return ok(null);
  }

  /** A client's consent to their spouse receiving copies, recorded or (`null`) withdrawn: its lines follow. */
  async consent(client: LocalClientId, consent: SpouseConsent | null): Promise<Result<null>> {
    const run = this.#run;
    const { consents } = this.#port;
    const changed = consent === null ? await consents.withdraw(client) : await consents.record(consent);
    if (!changed.ok) return changed;
    if (run === this.#run) this.#replace(changed.value);
    return ok(null);
  }

  /** « Tout confirmer »: every unique name at once, and only those. */
  async confirmAll(): Promise<void> {
    await this.decideAll(
      this.#rows.filter(({ status }) => status === 'confirm'),
      { kind: 'confirm' },
    );
  }

  async importAll(words: { readonly emailTemplateId: string; readonly folderTitle: string }): Promise<void> {
    if (this.#state.kind !== 'preview') return;
    this.choice.folder.readClock();
    const marks = this.marks;
    if (marks === null) return;
    if (!this.importable) {
      const code = this.stale ? 'batch/preview-stale' : 'batch/nothing-to-import';
      this.#state = { ...this.#state, failure: appError(code) };
      return;
    }
    const preview = this.#state;
    const run = this.#run;
    const startedAt = this.#now();
    this.#state = { kind: 'importing', startedAt, now: startedAt, done: 0, total: this.outlook.documents };
    const result = await this.#port.importAll({ decisions: [...this.#decisions], ...words, marks }, (done, total) => {
      if (run !== this.#run || this.#state.kind !== 'importing') return;
      this.#state = { kind: 'importing', startedAt, now: this.#now(), done, total };
    });
    if (run !== this.#run) return;
    this.#state = result.ok ? importedState(this.#rows, result.value) : { ...preview, failure: result.error };
  }

  /** Back to an empty form, the choices kept. */
  restart(): void {
    if (this.#state.kind === 'importing') return;
    this.choice.files = [];
    this.#clear({ kind: 'idle', cancelled: false });
  }

  dispose(): void {
    this.#run += 1;
    if (this.#state.kind === 'reading') this.#port.cancel();
    this.choice.files = [];
    this.#clear({ kind: 'idle', cancelled: false });
  }

  #clear(state: DocumentsState): void {
    this.#question += 1;
    this.#rows = [];
    this.#order = new Uint32Array();
    this.#decisions = NO_DECISIONS;
    this.#rightsReason = null;
    this.#selected = null;
    this.#filter = 'all';
    this.#search = '';
    this.#state = state;
  }

  /** The worker knows the accent-free search; the filter is ours, since decisions move rows. */
  async #ask(): Promise<void> {
    const question = ++this.#question;
    const order = await this.#port.view({ status: 'all', search: this.#search });
    if (question === this.#question) this.#order = order;
  }
}
