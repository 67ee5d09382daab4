/** Pages being drawn, by the number their caller gave them, so that one that nobody waits for may stop. */
export class Drawings {
  readonly #stopped = new Map<number, boolean>();

  /** `draw` looks at `stopped` between its steps. Without a number it cannot be stopped. */
  async run<T>(drawing: number | undefined, draw: (stopped: () => boolean) => Promise<T>): Promise<T> {
    if (drawing === undefined) return draw(() => false);
    this.#stopped.set(drawing, false);
    try {
      return await draw(() => this.#stopped.get(drawing) === true);
    } finally {
      this.#stopped.delete(drawing);
    }
  }

  /** Nothing for a drawing that has ended. */
  stop(drawing: number): void {
    if (this.#stopped.has(drawing)) this.#stopped.set(drawing, true);
  }
}
