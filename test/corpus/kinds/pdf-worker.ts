import { workerHandle, type WorkerHandle } from '../../../src/worker-bridge/worker-handle';
import type { PdfAnswer } from '../pdf/examine-pdf';
import type { PdfCorpusApi } from '../pdf/pdf-corpus-api';

export type PdfWorker = WorkerHandle<PdfCorpusApi>;

export const startPdfWorker = (): PdfWorker =>
  workerHandle<PdfCorpusApi>(
    () => new Worker(new URL('../pdf/pdf-corpus.worker.ts', import.meta.url), { type: 'module' }),
  );

/** What is said of one PDF: all but its bytes. */
export const spoken = ({ result: _, ...answer }: PdfAnswer) => answer;
