const TICK_MS = 5_000;
/** A page of pdfium's takes milliseconds: this is a document that never ends. */
const DOCUMENT_MS = 60_000;
/** Before its first document a helper opens the office's clients and lists the archive. */
const START_MS = 180_000;

export interface IdleWatch {
  seesWork(): void;
  stop(): void;
  /** Whether it gave up. */
  isIdle(): boolean;
}

/** Calls `giveUp` where no work is seen for too long. Ticks are counted, not the clock: a machine asleep does not tick. */
export function watchIdle(giveUp: () => void): IdleWatch {
  let left = START_MS;
  let idle = false;
  const timer = setInterval(() => {
    left -= TICK_MS;
    if (left > 0) return;
    idle = true;
    clearInterval(timer);
    giveUp();
  }, TICK_MS);
  return {
    seesWork: () => (left = DOCUMENT_MS),
    stop: () => clearInterval(timer),
    isIdle: () => idle,
  };
}
