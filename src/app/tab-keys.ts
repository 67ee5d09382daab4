/**
 * One passphrase a day, not one per tab: a tab that opens asks the others, and an unlocked one hands over its keys. They
 * are non-extractable CryptoKeys and travel by structured clone within this origin; nothing is written anywhere.
 */
export interface TabKeys<Keys> {
  /** Asks the other tabs; `null` when none answers in time. */
  request(): Promise<Keys | null>;
  /** Locks every other tab. */
  announceLock(): void;
  announceActivity(): void;
}

type Message<Keys> =
  | { readonly kind: 'request' }
  | { readonly kind: 'keys'; readonly keys: Keys }
  | { readonly kind: 'lock' }
  | { readonly kind: 'activity' };

/** How long a locked tab waits for another tab's answer, in milliseconds. */
const ANSWER_WITHIN = 400;

export function tabKeys<Keys>(
  channel: BroadcastChannel,
  on: { current(): Keys | null; lock(): void; activity(): void },
): TabKeys<Keys> {
  let waiting: ((keys: Keys | null) => void) | null = null;
  channel.addEventListener('message', ({ data }: MessageEvent<Message<Keys>>) => {
    if (data.kind === 'request') {
      const keys = on.current();
      if (keys) channel.postMessage({ kind: 'keys', keys } satisfies Message<Keys>);
    } else if (data.kind === 'keys') {
      waiting?.(data.keys);
    } else if (data.kind === 'lock') {
      on.lock();
    } else {
      on.activity();
    }
  });
  return {
    async request() {
      const { promise, resolve } = Promise.withResolvers<Keys | null>();
      waiting = resolve;
      const timer = setTimeout(() => resolve(null), ANSWER_WITHIN);
      channel.postMessage({ kind: 'request' } satisfies Message<Keys>);
      const keys = await promise;
      clearTimeout(timer);
      waiting = null;
      return keys;
    },
    announceLock: () => channel.postMessage({ kind: 'lock' } satisfies Message<Keys>),
    announceActivity: () => channel.postMessage({ kind: 'activity' } satisfies Message<Keys>),
  };
}
