import { releaseAnswer, releaseBytes } from '../../src/vault/release-bytes';

/** Bytes read from a Blob at once: each read is a trip to another process, and documents lie side by side. */
const SLAB_SIZE = 2 * 1024 * 1024;

interface Slab {
  readonly blob: Blob;
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Reads ranges of Blobs through one slab of 2 MB, with the next one fetched ahead while reading goes forward. One for a
 * whole batch: however many archives it has, no more than two slabs are in memory, and one that is done with gives its
 * memory back at once. Throws what the Blob throws when its file was moved or changed.
 */
export class SlabReader {
  #current: Slab | null = null;
  #ahead: { readonly blob: Blob; readonly start: number; readonly slab: Promise<Slab> } | null = null;

  /** @param use is given the bytes from `start` to `end` (exclusive); they are gone when it returns. */
  async read<T>(blob: Blob, start: number, end: number, use: (bytes: Uint8Array<ArrayBuffer>) => T): Promise<T> {
    const current = this.#current;
    if (current !== null && covers(current, blob, start, end)) return use(viewOf(current, start, end));
    if (end - start > SLAB_SIZE) return useOnce(await bytesOf(blob, start, end), use);
    const ahead = this.#ahead;
    const aheadFits = ahead?.blob === blob && end > ahead.start && end <= ahead.start + SLAB_SIZE;
    if (ahead === null || !aheadFits) return this.#jump(blob, start, end, use);
    const next = await ahead.slab;
    // Another reading may have come in between, and gone on from here: its slabs are not ours to take.
    if (this.#ahead !== ahead) return useOnce(await bytesOf(blob, start, end), use);
    const before = this.#current;
    const joined = start < next.start && before !== null && covers(before, blob, start, next.start);
    const bytes = joined ? joinedAt(before, next, start, end) : null;
    this.#advance(next);
    if (start >= next.start) return use(viewOf(next, start, end));
    return useOnce(bytes ?? (await bytesOf(blob, start, end)), use);
  }

  async #jump<T>(blob: Blob, start: number, end: number, use: (bytes: Uint8Array<ArrayBuffer>) => T): Promise<T> {
    const goesOn = this.#current === null || (this.#current.blob === blob && start >= this.#current.start);
    this.#ahead = null;
    const slab = await slabAt(blob, start);
    this.#replace(slab);
    if (goesOn) this.#fetchAhead(slab);
    // In the same breath: another reading may take the slab's place as soon as this one waits.
    return use(viewOf(slab, start, end));
  }

  #advance(slab: Slab): void {
    this.#replace(slab);
    this.#ahead = null;
    this.#fetchAhead(slab);
  }

  #replace(slab: Slab): void {
    if (this.#current !== null) releaseAnswer(this.#current.bytes.buffer);
    this.#current = slab;
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

function useOnce<T>(bytes: Uint8Array<ArrayBuffer>, use: (bytes: Uint8Array<ArrayBuffer>) => T): T {
  try {
    return use(bytes);
  } finally {
    releaseBytes(bytes);
  }
}

function joinedAt(before: Slab, next: Slab, start: number, end: number): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(end - start);
  joined.set(viewOf(before, start, next.start));
  joined.set(viewOf(next, next.start, end), next.start - start);
  return joined;
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
