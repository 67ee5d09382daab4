import type { DemoFile } from '../../ui/controls/demo-file';
import type { FileDestination } from '../../ui/file-inbox.svelte';

interface WalkStep {
  readonly file: DemoFile;
  readonly destination: FileDestination;
}

/** The order of the job: clients of both programs first, then the documents. */
export const WALK_STEPS: readonly WalkStep[] = [
  { file: 'clients-dtmax.csv', destination: 'clients' },
  { file: 'clients-taxprep.xlsx', destination: 'clients' },
  { file: 't183-2025.zip', destination: 'documents' },
];

export type WalkState =
  | { readonly kind: 'off' }
  | { readonly kind: 'step'; readonly index: number; readonly stage: 'preview' | 'review' | 'imported' }
  | { readonly kind: 'done' };

/** The guided walk over the fictitious office. It loads files and explains; the user presses the buttons. */
export class DemoWalk {
  #state = $state.raw<WalkState>({ kind: 'off' });

  get state(): WalkState {
    return this.#state;
  }

  get step(): WalkStep | null {
    return this.#state.kind === 'step' ? (WALK_STEPS[this.#state.index] ?? null) : null;
  }

  begin(): void {
    this.#state = { kind: 'step', index: 0, stage: 'preview' };
  }

  /** After the file of the last step: done. */
  next(): void {
    if (this.#state.kind !== 'step') return;
    const index = this.#state.index + 1;
    this.#state = index < WALK_STEPS.length ? { kind: 'step', index, stage: 'preview' } : { kind: 'done' };
  }

  leave(): void {
    this.#state = { kind: 'off' };
  }

  /** A screen tells how far it is with the files it holds; only those of the present step count. */
  observe(destination: FileDestination, fileNames: readonly string[], session: string): void {
    const step = this.step;
    if (this.#state.kind !== 'step' || step?.destination !== destination || !fileNames.includes(step.file)) return;
    const stage = session === 'imported' ? 'imported' : session === 'preview' ? 'review' : 'preview';
    if (stage !== this.#state.stage) this.#state = { ...this.#state, stage };
  }
}
