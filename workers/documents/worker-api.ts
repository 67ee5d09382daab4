import { transfer } from 'comlink';
import type { DocumentDecision, DocumentRow } from '../../src/core/documents/document-row';
import type { SpouseConsent } from '../../src/core/documents/spouse-consent';
import type { LocalClientId, RowId } from '../../src/core/ids';
import { ok } from '../../src/core/result';
import type { Result } from '../../src/core/result';
import type { ClientDirectoryImage } from '../../src/worker-bridge/client-directory-image';
import type {
  DocumentsSummary,
  DocumentsView,
  DocumentsWorkerApi,
  PlaceRequest,
  PlaceResult,
  PrepareRequest,
  PrepareResult,
  ReadDocumentsRequest,
  SeenClient,
} from '../../src/worker-bridge/documents-worker-api';
import type { WorkerKeys } from '../../src/worker-bridge/worker-keys';
import type { OfficeLayout } from '../../src/core/forms/office-layout';
import type {
  BenchChoice,
  BenchForm,
  BenchLayout,
  FormSurvey,
  LayoutBenchApi,
  TriedDocument,
} from '../../src/worker-bridge/layout-bench-api';
import type { PageImage } from '../pdf/render-page';
import { DocumentsSession } from './documents-session';
import { Drawings } from './drawings';
import { LayoutBench } from './layout-bench';
import { loadPdfium } from './load-pdfium';
import { randomId } from '../shared/random-id';
import { sparing } from '../shared/sparing';
import { spawnSelf } from '../shared/spawn-self';
import type { ShareWorkerApi } from './share-worker-api';
import { workerHandle } from '../../src/worker-bridge/worker-handle';

/** Each has a pdfium of its own: more than these would cost an office's machine more memory than they save time. */
const MOST_WORKERS = 4;
/** The name under which this script runs beneath itself. */
export const SHARE_WORKER = 'documents-share';

const helpers = {
  count: Math.max(1, Math.min(MOST_WORKERS, navigator.hardwareConcurrency)),
  spawn: () => workerHandle<ShareWorkerApi>(() => spawnSelf(SHARE_WORKER)),
};

/** The browser's edge of the session: wasm by URL, page images as bitmaps, results transferred. */
export class DocumentsWorker implements DocumentsWorkerApi, LayoutBenchApi {
  readonly #pdfium = loadPdfium();
  readonly #session = new DocumentsSession({ pdfium: this.#pdfium, newId: randomId, helpers });
  readonly #bench = new LayoutBench(this.#pdfium);
  readonly #drawings = new Drawings();

  configure(keys: WorkerKeys, directory: ClientDirectoryImage): Promise<Result<null>> {
    return this.#session.configure(keys, directory);
  }

  read(
    request: ReadDocumentsRequest,
    onRows: (rows: readonly DocumentRow[]) => void,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    return this.#session.read(request, onRows, sparing(onProgress));
  }

  unlock(
    password: string,
    onRows: (rows: readonly DocumentRow[]) => void,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    return this.#session.unlock(password, onRows, sparing(onProgress));
  }

  liftRights(
    reason: string | null,
    onRows: (rows: readonly DocumentRow[]) => void,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    return this.#session.liftRights(reason, onRows, sparing(onProgress));
  }

  knowClients(
    image: ClientDirectoryImage,
    onRows: (rows: readonly DocumentRow[]) => void,
    onProgress: (done: number, total: number) => void,
  ): Promise<Result<DocumentsSummary>> {
    return this.#session.knowClients(image, onRows, sparing(onProgress));
  }

  async view(view: DocumentsView): Promise<Uint32Array> {
    return this.#session.view(view);
  }

  decide(row: RowId, decision: DocumentDecision | null): Promise<Result<readonly DocumentRow[]>> {
    return this.#session.decide(row, decision);
  }

  place(request: PlaceRequest): Promise<Result<PlaceResult>> {
    return this.#session.place(request);
  }

  consent(client: LocalClientId, consents: readonly SpouseConsent[]): Promise<Result<readonly DocumentRow[]>> {
    return this.#session.consent(client, consents);
  }

  look(row: RowId, clients: readonly LocalClientId[]): Promise<Result<readonly SeenClient[]>> {
    return this.#session.look(row, clients);
  }

  async pageImage(row: RowId, page: number, scale: number, drawing?: number): Promise<Result<ImageBitmap>> {
    return bitmapOf(await this.#drawings.run(drawing, (stopped) => this.#session.pageImage(row, page, scale, stopped)));
  }

  async stopDrawing(drawing: number): Promise<void> {
    this.#drawings.stop(drawing);
  }

  prepare(request: PrepareRequest, onProgress: (done: number, total: number) => void): Promise<Result<PrepareResult>> {
    return this.#session.prepare(request, sparing(onProgress));
  }

  async searchClients(search: string, limit: number): ReturnType<DocumentsWorkerApi['searchClients']> {
    return this.#session.searchClients(search, limit);
  }

  openForm(file: File): Promise<Result<BenchForm>> {
    return this.#bench.open(file);
  }

  async surveyForm(choice: BenchChoice, offices: readonly OfficeLayout[]): Promise<Result<FormSurvey>> {
    return this.#bench.survey(choice, offices);
  }

  async learnLayout(layout: BenchLayout): Promise<Result<OfficeLayout>> {
    return this.#bench.learn(layout);
  }

  tryLayout(
    layout: BenchLayout,
    files: readonly File[],
    onTried: (tried: TriedDocument, done: number, total: number) => void,
  ): Promise<Result<null>> {
    return this.#bench.tryOn(layout, files, onTried);
  }

  async benchImage(
    document: number | null,
    page: number,
    scale: number,
    drawing?: number,
  ): Promise<Result<ImageBitmap>> {
    return bitmapOf(await this.#drawings.run(drawing, (stopped) => this.#bench.image(document, page, scale, stopped)));
  }
}

async function bitmapOf(image: Result<PageImage>): Promise<Result<ImageBitmap>> {
  if (!image.ok) return image;
  const { width, height, pixels } = image.value;
  const bitmap = await createImageBitmap(new ImageData(pixels, width, height));
  return transfer(ok(bitmap), [bitmap]);
}
