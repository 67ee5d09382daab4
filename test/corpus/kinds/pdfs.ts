import type { CorpusKind } from '../kind';
import { spoken, startPdfWorker } from './pdf-worker';

/** One PDF: inspected, read, given a signature, a date and a time on its first page, prepared, checked again. */
export const pdfs: CorpusKind = {
  extensions: ['.pdf'],
  limit: { ms: 18_000, code: 'pdf/too-slow' },
  start() {
    const worker = startPdfWorker();
    return {
      async answer(file, emit) {
        const answer = await worker.call((api) => api.pdf(file));
        if (!answer.ok) return { kind: 'pdf', outcome: 'refused', code: answer.error.code };
        if (answer.value.result) await emit(file.name, new Blob([answer.value.result]));
        return { kind: 'pdf', ...spoken(answer.value) };
      },
      end: () => worker.terminate(),
    };
  },
};
