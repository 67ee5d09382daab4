import { extensionOf, type CorpusAnswer, type CorpusKind, type CorpusRunner, type Emit } from '../kind';
import { KINDS } from '../kinds/all-kinds';

/** Called by `run.ts` through the DevTools protocol, one file at a time: the one that stands in the page's input. */
export type AnswerFile = (id: number, name: string) => Promise<CorpusAnswer>;

declare global {
  interface Window {
    answerFile?: AnswerFile;
  }
}

const runners = new Map<CorpusKind, CorpusRunner>();

window.answerFile = async (id, name) => {
  const kind = KINDS.find(({ extensions }) => extensions.includes(extensionOf(name)));
  if (!kind) throw new Error('No kind takes this extension.');
  // As a dropped file: by reference, however large it is.
  const file = document.querySelector('input')?.files?.[0];
  if (!file) throw new Error('No file was given.');
  const emit: Emit = async (result, content) => {
    await fetch(`/out/${id}/${encodeURIComponent(result)}`, { method: 'PUT', body: content });
  };
  const runner = runners.get(kind) ?? kind.start();
  runners.set(kind, runner);
  let timer = 0;
  const tooSlow = new Promise<CorpusAnswer>((resolve) => {
    timer = window.setTimeout(
      () => resolve({ kind: extensionOf(name).slice(1), outcome: 'refused', code: kind.limit.code }),
      kind.limit.ms,
    );
  });
  const answer = await Promise.race([runner.answer(file, emit), tooSlow]);
  window.clearTimeout(timer);
  if (answer.code === kind.limit.code) {
    runner.end();
    runners.delete(kind);
  }
  return answer;
};
