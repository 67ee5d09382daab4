import { appError } from '../../src/core/app-error';
import { documentFacts } from '../../src/core/documents/document-facts';
import type { DocumentFacts } from '../../src/core/documents/document-facts';
import { parseFileName } from '../../src/core/documents/file-name';
import { pageBox } from '../../src/core/documents/page-box';
import { placeDocument } from '../../src/core/documents/place-document';
import type { FormCode } from '../../src/core/forms/form-code';
import { firstPageOf } from '../../src/core/forms/form-in-document';
import type { FormInDocument } from '../../src/core/forms/form-in-document';
import { learnLayout } from '../../src/core/forms/office-layout';
import type { OfficeLayout } from '../../src/core/forms/office-layout';
import { surveyLayouts } from '../../src/core/forms/survey-layouts';
import { tryLayout } from '../../src/core/forms/try-layout';
import { err, ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type {
  BenchChoice,
  BenchForm,
  BenchLayout,
  FormSurvey,
  TriedDocument,
} from '../../src/worker-bridge/layout-bench-api';
import type { ArchiveDocument } from '../archive/read-archive';
import { inspectPdf } from '../pdf/inspect';
import type { Pdfium } from '../pdf/pdfium';
import type { PageImage } from '../pdf/render-page';
import { renderPage } from '../pdf/render-page';
import { listSources } from './list-sources';
import { checkPlaces } from './place-by-hand';

interface OnBench {
  readonly source: ArchiveDocument;
  readonly facts: DocumentFacts;
}

/** Nothing could be said of a document that could not be read. */
const UNREAD = { verdict: 'other-form', labelFound: false, distance: null, fields: [] } as const;

/** One form on the bench, and the documents that a layout of it was last tried on. Nothing of them is kept or sent. */
export class LayoutBench {
  readonly #pdfium: () => Promise<Pdfium>;
  #form: OnBench | null = null;
  #tried: readonly ArchiveDocument[] = [];

  constructor(pdfium: () => Promise<Pdfium>) {
    this.#pdfium = pdfium;
  }

  async open(file: File): Promise<Result<BenchForm>> {
    this.#form = null;
    this.#tried = [];
    const listed = await listSources([file]);
    if (!listed.ok) return listed;
    const [source] = listed.value;
    if (source === undefined) return err(appError('archive/no-pdf'));
    const facts = await this.#read(source);
    if (!facts.ok) return facts;
    this.#form = { source, facts: facts.value };
    const { pages, forms, taxYear } = facts.value;
    return ok({ pages: pages.map(pageBox), forms: [...new Set(forms.map(({ form }) => form))], taxYear });
  }

  survey(choice: BenchChoice, offices: readonly OfficeLayout[]): Result<FormSurvey> {
    if (this.#form === null) return err(appError('layout/no-form'));
    const { facts } = this.#form;
    const document = formIn(facts, choice.form, choice.taxYear);
    const current = placeDocument(choice.form, facts, choice.taxYear, document.seen, offices);
    return ok({ current, layouts: surveyLayouts(document, offices) });
  }

  learn({ form, taxYear, fields }: BenchLayout): Result<OfficeLayout> {
    if (this.#form === null) return err(appError('layout/no-form'));
    const document = formIn(this.#form.facts, form, taxYear);
    const { pages } = document;
    const checked = checkPlaces({ pages: pages.map(pageBox) }, fields);
    if (!checked.ok) return checked;
    const layout = learnLayout(form, taxYear, pages, firstPageOf(document), fields);
    return layout ? ok(layout) : err(appError('layout/outside-page'));
  }

  async tryOn(
    asked: BenchLayout,
    files: readonly File[],
    onTried: (tried: TriedDocument, done: number, total: number) => void,
  ): Promise<Result<null>> {
    const layout = this.learn(asked);
    if (!layout.ok) return layout;
    const listed = await listSources(files);
    if (!listed.ok) return listed;
    this.#tried = listed.value;
    const total = listed.value.length;
    for (const [index, source] of listed.value.entries()) {
      const facts = await this.#read(source);
      const tried: TriedDocument = facts.ok
        ? { ...tryOne(layout.value, facts.value, source.name), index, name: source.name, refusal: null }
        : { index, name: source.name, pages: [], trial: UNREAD, refusal: facts.error };
      onTried(tried, index + 1, total);
    }
    return ok(null);
  }

  async image(
    document: number | null,
    page: number,
    scale: number,
    stopped?: () => boolean,
  ): Promise<Result<PageImage>> {
    const source = document === null ? this.#form?.source : this.#tried[document];
    if (source === undefined) return err(appError('layout/no-form'));
    const bytes = await source.read(null);
    return bytes.ok ? renderPage(await this.#pdfium(), bytes.value, page, scale, '', stopped) : bytes;
  }

  async #read(source: ArchiveDocument): Promise<Result<DocumentFacts>> {
    const bytes = await source.read(null);
    if (!bytes.ok) return bytes;
    const inspected = await inspectPdf(await this.#pdfium(), bytes.value, null, { xfa: true });
    return inspected.ok ? ok(documentFacts(inspected.value.pages)) : inspected;
  }
}

function tryOne(layout: OfficeLayout, facts: DocumentFacts, name: string): Pick<TriedDocument, 'pages' | 'trial'> {
  // As in a batch: where the content does not say its year, the file name may.
  const taxYear = facts.taxYear ?? parseFileName(name, 'detect')?.taxYear ?? null;
  const document = formIn(facts, layout.form, taxYear);
  return {
    pages: facts.pages.map(pageBox),
    trial: tryLayout(layout, document.seen.length > 0 ? document : null),
  };
}

function formIn({ pages, forms }: DocumentFacts, form: FormCode, taxYear: number | null): FormInDocument {
  const seen = forms.filter((sighting) => sighting.form === form).map(({ page }) => page);
  return { form, taxYear, pages, forms, seen };
}
