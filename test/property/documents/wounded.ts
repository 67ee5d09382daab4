import type { Random } from '../../fixtures/generate/random';

/** One to twelve wounds: a byte changed, a number overwritten, a run cut out, doubled, zeroed, or the end lost. */
export function wounded(source: Uint8Array, random: Random): Uint8Array<ArrayBuffer> {
  let bytes = new Uint8Array(source);
  for (let left = random.whole(1, 12); left > 0; left -= 1) {
    const at = random.whole(0, Math.max(0, bytes.length - 1));
    const end = Math.min(bytes.length, at + random.whole(1, 64));
    const kind = random.whole(0, 11);
    if (kind <= 4) bytes[at] = random.whole(0, 255);
    else if (kind <= 6) bytes.set([0xff, 0xff, 0xff, 0x7f].slice(0, Math.min(4, bytes.length - at)), at);
    else if (kind === 7) bytes = new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(end)]);
    else if (kind === 8) bytes = new Uint8Array([...bytes.subarray(0, end), ...bytes.subarray(at)]);
    else if (kind === 9) bytes.fill(0, at, end);
    else if (kind === 10) bytes.fill(0x39, at, Math.min(end, at + 6));
    else if (random.whole(0, 3) === 0) bytes = bytes.slice(0, at);
  }
  return bytes;
}
