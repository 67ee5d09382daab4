import type { Remote } from 'comlink';
import type { AppError } from '../../../src/core/app-error';
import type { Result } from '../../../src/core/result';
import type { PdfCorpusApi } from '../pdf/pdf-corpus-api';
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
        const listed = await inTime(worker, (api) => api.list(file));
        if (!listed.ok) return { kind: 'zip', outcome: 'refused', code: codeOf(listed.error, 'archive/too-slow') };
        const entries: EntryAnswer[] = [];
        for (let index = 0; index < listed.value; index += 1) {
          const started = performance.now();
          const answer = await inTime(worker, (api) => api.entry(index));
          // The fresh worker must know the archive before the next one is asked for.
          if (!answer.ok) await worker.call((api) => api.list(file));
          const ms = () => Math.round(performance.now() - started);
          if (!answer.ok) {
            const code = codeOf(answer.error, 'pdf/too-slow');
            entries.push({ kind: 'pdf', file: `${index + 1}`, outcome: 'refused', code, ms: ms() });
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

async function inTime<T>(worker: PdfWorker, ask: (api: Remote<PdfCorpusApi>) => Promise<Result<T>>) {
  const timer = setTimeout(() => worker.terminate(), ENTRY_MS);
  const answer = await worker.call(ask);
  clearTimeout(timer);
  return answer;
}

/** Only the clock ends a worker here. */
const codeOf = ({ code }: AppError, tooSlow: string): string => (code === 'worker/aborted' ? tooSlow : code);
