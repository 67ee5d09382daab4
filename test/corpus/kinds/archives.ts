import type { CorpusKind, EntryAnswer } from '../kind';
import { spoken, startPdfWorker } from './pdf-worker';
import type { PdfWorker } from './pdf-worker';

/** What one document of an archive may take; one that takes more costs its worker, and the next gets a fresh one. */
const ENTRY_MS = 18_000;

/** Every PDF of an archive, as if it had come alone; an entry's result is `{archive}.{number}.pdf`. */
export const archives: CorpusKind = {
  extensions: ['.zip'],
  limit: { ms: 1_800_000, code: 'archive/too-slow' },
  start() {
    const worker = startPdfWorker();
    return {
      async answer(file, emit) {
        const listed = await worker.call((api) => api.list(file));
        if (!listed.ok) return { kind: 'zip', outcome: 'refused', code: listed.error.code };
        const entries: EntryAnswer[] = [];
        for (let index = 0; index < listed.value; index += 1) {
          const started = performance.now();
          const answer = await inTime(worker, file, index);
          const ms = () => Math.round(performance.now() - started);
          if (!answer.ok) {
            entries.push({ kind: 'pdf', file: `${index + 1}`, outcome: 'refused', code: answer.error.code, ms: ms() });
            continue;
          }
          const { name, ...said } = answer.value;
          if (said.result) await emit(`${file.name}.${index + 1}.pdf`, new Blob([said.result]));
          entries.push({ kind: 'pdf', file: name, ...spoken(said), ms: ms() });
        }
        return { kind: 'zip', outcome: 'read', documents: entries.length, entries };
      },
      end: () => worker.terminate(),
    };
  },
};

async function inTime(worker: PdfWorker, file: File, index: number) {
  const timer = setTimeout(() => worker.terminate(), ENTRY_MS);
  const answer = await worker.call((api) => api.entry(index));
  clearTimeout(timer);
  // The fresh worker must know the archive before the next one is asked for.
  if (!answer.ok) await worker.call((api) => api.list(file));
  return answer;
}
