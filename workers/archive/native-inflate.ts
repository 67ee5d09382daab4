import { inflateSync } from 'fflate';

/** The functions of zip.js's wasm that are used here: zlib's own inflate, in C, with memory of its own and no imports. */
interface ZlibExports {
  readonly memory: WebAssembly.Memory;
  readonly malloc: (size: number) => number;
  readonly inflate_new: () => number;
  readonly inflate_init_raw: (stream: number) => number;
  /** zlib's status in the upper byte, how many bytes it wrote in the lower three. */
  readonly inflate_process: (
    stream: number,
    from: number,
    length: number,
    to: number,
    room: number,
    flush: number,
  ) => number;
  readonly inflate_last_consumed: (stream: number) => number;
  readonly inflate_end: (stream: number) => number;
}

/** Exactly `size` bytes out of a raw deflate stream; `null` when it is broken, or gives fewer or more. */
export type Inflate = (data: Uint8Array<ArrayBuffer>, size: number) => Uint8Array<ArrayBuffer> | null;

const STREAM_END = 1;
/** What goes in and comes out at a time: both buffers live as long as the worker. Bytes. */
const STEP = 256 * 1024;

export async function nativeInflate(module: WebAssembly.Module): Promise<Inflate> {
  const instance = await WebAssembly.instantiate(module, {});
  const zlib = instance.exports as unknown as ZlibExports;
  const [from, to] = [zlib.malloc(STEP), zlib.malloc(STEP)];
  if (from === 0 || to === 0) throw new RangeError('no memory');
  return (data, size) => {
    const stream = zlib.inflate_new();
    if (stream === 0) return null;
    try {
      return zlib.inflate_init_raw(stream) === 0 ? inflateBy(zlib, stream, from, to, data, size) : null;
    } finally {
      zlib.inflate_end(stream);
    }
  };
}

function inflateBy(
  zlib: ZlibExports,
  stream: number,
  from: number,
  to: number,
  data: Uint8Array<ArrayBuffer>,
  size: number,
): Uint8Array<ArrayBuffer> | null {
  // Never more than was declared, whatever the data say.
  const whole = new Uint8Array(size);
  let at = 0;
  for (let read = 0; ;) {
    const length = Math.min(data.length - read, STEP);
    // Looked up anew: the first stream may make the memory grow.
    new Uint8Array(zlib.memory.buffer, from, STEP).set(data.subarray(read, read + length));
    const answer = zlib.inflate_process(stream, from, length, to, STEP, 0);
    const [status, written] = [answer >> 24, answer & 0xff_ffff];
    if (status < 0 || at + written > size) return null;
    whole.set(new Uint8Array(zlib.memory.buffer, to, written), at);
    at += written;
    if (status === STREAM_END) return at === size ? whole : null;
    const consumed = zlib.inflate_last_consumed(stream);
    if (consumed === 0 && written === 0) return null;
    read += consumed;
  }
}

/**
 * The same by fflate, where the wasm cannot be had. It never grows a buffer it was given: what a lying header leaves no
 * room for falls away, and the CRC-32 then does not hold.
 */
export const fflateInflate: Inflate = (data, size) => {
  try {
    const out = inflateSync(data, { out: new Uint8Array(size) });
    return out.length === size ? new Uint8Array(out.buffer as ArrayBuffer, out.byteOffset, size) : null;
  } catch {
    return null;
  }
};
