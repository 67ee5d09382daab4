import type { AppError } from '../../core/app-error';
import type { PageBox } from '../../core/documents/document-row';
import { FORM_CATALOG } from '../../core/forms/catalog';
import type { FormCode } from '../../core/forms/form-code';
import type { ShiftProposal } from '../../core/forms/propose-shift';
import type { SurveyedLayout } from '../../core/forms/survey-layouts';
import type { LayoutBenchControl } from '../../ui/controls/layout-bench-control';
import type { BenchForm, FormSurvey, TriedDocument } from '../../worker-bridge/layout-bench-api';
import { moveField } from '../placing/edit-fields';
import { FieldDraft } from '../placing/field-draft.svelte';

/** What the page shows: the form, or a document that its fields were tried on. */
export type BenchView = { readonly kind: 'form' } | { readonly kind: 'tried'; readonly tried: TriedDocument };

/** The workbench between a form that is dropped on it and its closing. */
export class BenchSession {
  readonly #bench: LayoutBenchControl;
  readonly draft = new FieldDraft([]);
  fileName = $state('');
  reading = $state(false);
  error = $state.raw<AppError | null>(null);
  form = $state.raw<BenchForm | null>(null);
  code = $state<FormCode>('T183');
  taxYear = $state(0);
  survey = $state.raw<FormSurvey | null>(null);
  /** Layouts whose places are not drawn. */
  hidden = $state.raw<readonly string[]>([]);
  /** The last shift that was asked for. */
  shift = $state.raw<{ readonly id: string; readonly proposal: ShiftProposal } | null>(null);
  /** Fields as they were kept, and as they were tried: what was said of them holds until one moves. */
  #keptFields = $state.raw<FieldDraft['fields'] | null>(null);
  #triedFields = $state.raw<FieldDraft['fields'] | null>(null);
  #tried = $state.raw<readonly TriedDocument[]>([]);
  trying = $state.raw<{ readonly done: number; readonly total: number } | null>(null);
  view = $state.raw<BenchView>({ kind: 'form' });
  /** Only the last reading answers. */
  #turn = 0;

  constructor(bench: LayoutBenchControl, lastYear: number) {
    this.#bench = bench;
    this.taxYear = lastYear;
  }

  get layouts(): readonly SurveyedLayout[] {
    return this.survey?.layouts ?? [];
  }

  get kept(): boolean {
    return this.#keptFields === this.draft.fields;
  }

  /** Documents that the fields as they are were tried on. */
  get tried(): readonly TriedDocument[] {
    return this.#triedFields === this.draft.fields ? this.#tried : [];
  }

  /** Pages of what is looked at. */
  get pages(): readonly PageBox[] {
    return this.view.kind === 'tried' ? this.view.tried.pages : (this.form?.pages ?? []);
  }

  async open(file: File): Promise<void> {
    const turn = (this.#turn += 1);
    this.#forget();
    this.fileName = file.name;
    this.reading = true;
    const opened = await this.#bench.open(file);
    if (turn !== this.#turn) return;
    this.reading = false;
    if (!opened.ok) {
      this.error = opened.error;
      return;
    }
    this.form = opened.value;
    this.code = opened.value.forms.find(isSigned) ?? opened.value.forms[0] ?? this.code;
    this.taxYear = opened.value.taxYear ?? this.taxYear;
    await this.look();
  }

  /** The layouts of what was chosen before leave at once: a shift of one of them would be lost when the answer comes. */
  choose(change: Partial<Pick<BenchSession, 'code' | 'taxYear'>>): Promise<void> {
    Object.assign(this, change);
    this.survey = null;
    return this.look();
  }

  /** Asks again for what is known of the form and year chosen; the fields being placed start from what serves today. */
  async look(): Promise<void> {
    const turn = (this.#turn += 1);
    const survey = await this.#bench.survey({ form: this.code, taxYear: this.taxYear });
    if (turn !== this.#turn) return;
    this.error = survey.ok ? null : survey.error;
    this.survey = survey.ok ? survey.value : null;
    this.hidden = this.layouts.filter(({ fit }) => fit !== 'fits').map(({ id }) => id);
    this.shift = null;
    this.#changed();
    const current = this.survey?.current;
    this.draft.replaceAll(current?.kind === 'placed' ? current.fields : []);
  }

  toggle(id: string): void {
    this.hidden = this.hidden.includes(id) ? this.hidden.filter((it) => it !== id) : [...this.hidden, id];
  }

  /** The fields being placed become this layout's, whole on their pages. */
  startFrom({ fields }: SurveyedLayout): void {
    this.shift = null;
    this.#changed();
    this.draft.replaceAll(
      fields.map((field) => {
        const box = this.#boxOf(field.page);
        return box ? moveField(field, box, 0, 0) : field;
      }),
    );
  }

  /** This layout's fields where its shift puts them; refused, they stay as they were. */
  proposeShift(layout: SurveyedLayout): void {
    const { id, shift } = layout;
    if (shift.kind === 'proposed') {
      this.draft.replaceAll(layout.fields);
      this.moveAll(shift.dx, -shift.dy);
    }
    this.shift = { id, proposal: shift };
  }

  /** Points as the page is looked at: right and down are positive. */
  moveAll(dx: number, dy: number): void {
    this.#changed();
    this.draft.moveAll((page) => this.#boxOf(page), dx, dy);
  }

  async keep(): Promise<void> {
    const turn = this.#turn;
    const kept = await this.#bench.keep(this.#layout());
    if (turn !== this.#turn) return;
    this.error = kept.ok ? null : kept.error;
    if (!kept.ok) return;
    const { fields } = this.draft;
    await this.look();
    this.draft.replaceAll(fields);
    this.#keptFields = fields;
  }

  async tryOn(files: readonly File[]): Promise<void> {
    const turn = (this.#turn += 1);
    this.#tried = [];
    this.#triedFields = this.draft.fields;
    this.view = { kind: 'form' };
    this.trying = { done: 0, total: 0 };
    const done = await this.#bench.tryOn(this.#layout(), files, (tried, count, total) => {
      if (turn !== this.#turn) return;
      // These words and the end of the trial come by two ways: the last of them may be heard after it.
      this.#tried = [...this.#tried, tried];
      this.trying = count < total ? { done: count, total } : null;
    });
    if (turn !== this.#turn) return;
    if (!done.ok) this.trying = null;
    this.error = done.ok ? null : done.error;
  }

  #layout() {
    return { form: this.code, taxYear: this.taxYear, fields: this.draft.fields };
  }

  #boxOf(page: number): PageBox | undefined {
    return this.form?.pages[page - 1];
  }

  /** What was said of the form and fields as they were no longer holds. */
  #changed(): void {
    this.#keptFields = null;
    this.#triedFields = null;
    this.trying = null;
    this.view = { kind: 'form' };
  }

  #forget(): void {
    this.#changed();
    this.error = null;
    this.form = null;
    this.survey = null;
    this.shift = null;
    this.draft.replaceAll([]);
  }
}

const isSigned = (form: FormCode): boolean => FORM_CATALOG[form].signers.length > 0;
