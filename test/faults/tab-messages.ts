export interface TabStart {
  readonly outbox: string;
  readonly url: string;
  readonly key: string;
  /** Epoch milliseconds from which the tabs' time runs faster. */
  readonly epoch: number;
}

export type FromTab = 'ask-lock' | 'changed';
export type ToTab = 'lock' | 'changed' | 'online' | 'offline' | 'signed-in';
