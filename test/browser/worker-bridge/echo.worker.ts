import { expose } from 'comlink';

/** A worker for the bridge's tests: answers, hangs, dies or throws on demand. */
expose({
  answer: async (value: string) => ({ ok: true, value }),
  hang: () => new Promise(() => undefined),
  crash: async () => {
    setTimeout(() => {
      throw new Error('the worker died');
    });
    return new Promise(() => undefined);
  },
  bug: async () => {
    throw new TypeError('a bug that quotes the file');
  },
});
