/** Bytes read from a Blob at once: each read is a trip to another process, and documents lie side by side. */
const SLAB_SIZE = 4 * 1024 * 1024;

interface Slab {
  readonly blob: Blob;
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Reads ranges of Blobs through one slab of 4 MB, with the next one fetched ahead while reading goes forward. One for a
 * whole batch: however many archives it has, no more than two slabs are in memory. Throws what the Blob throws when its
 * file was moved or changed.
 */
export class SlabReader {
  #current: Slab | null = null;
  #ahead: { readonly blob: Blob; readonly start: number; readonly slab: Promise<Slab> } | null = null;

  /** A view that may share memory with later ones: never hand it on, and never keep it. `end` is exclusive. */
  async read(blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const current = this.#current;
    if (current !== null && covers(current, blob, start, end)) return viewOf(current, start, end);
    if (end - start > SLAB_SIZE) return bytesOf(blob, start, end);
    const ahead = this.#ahead;
    const aheadFits = ahead?.blob === blob && end > ahead.start && end <= ahead.start + SLAB_SIZE;
    if (ahead === null || !aheadFits) return this.#jump(blob, start, end);
    const next = await ahead.slab;
    this.#advance(next);
    if (start >= next.start) return viewOf(next, start, end);
    if (current === null || !covers(current, blob, start, next.start)) return bytesOf(blob, start, end);
    const joined = new Uint8Array(end - start);
    joined.set(viewOf(current, start, next.start));
    joined.set(viewOf(next, next.start, end), next.start - start);
    return joined;
  }

  async #jump(blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const goesOn = this.#current === null || (this.#current.blob === blob && start >= this.#current.start);
    this.#ahead = null;
    const slab = await slabAt(blob, start);
    this.#current = slab;
    if (goesOn) this.#fetchAhead(slab);
    return viewOf(slab, start, end);
  }

  #advance(slab: Slab): void {
    this.#current = slab;
    this.#ahead = null;
    this.#fetchAhead(slab);
  }

  #fetchAhead({ blob, start, bytes }: Slab): void {
    const next = start + bytes.length;
    if (next >= blob.size) return;
    const slab = slabAt(blob, next);
    // Whoever asks for it is told; nobody asking must not be an unhandled rejection.
    slab.catch(() => undefined);
    this.#ahead = { blob, start: next, slab };
  }
}

const covers = (slab: Slab, blob: Blob, start: number, end: number): boolean =>
  slab.blob === blob && start >= slab.start && end <= slab.start + slab.bytes.length;

const viewOf = (slab: Slab, start: number, end: number): Uint8Array<ArrayBuffer> =>
  slab.bytes.subarray(start - slab.start, end - slab.start);

const slabAt = async (blob: Blob, start: number): Promise<Slab> => ({
  blob,
  start,
  bytes: await bytesOf(blob, start, Math.min(start + SLAB_SIZE, blob.size)),
});

const bytesOf = async (blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.slice(start, end).arrayBuffer());
