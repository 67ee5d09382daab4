/** CRC-32 as ZIP uses it (IEEE 802.3, reflected), slicing by four bytes. */
const TABLES: readonly Uint32Array[] = makeTables();

export function crc32(bytes: Uint8Array, seed = 0): number {
  const [t0, t1, t2, t3] = TABLES as readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let crc = ~seed;
  let index = 0;
  const fast = bytes.length - 3;
  for (; index < fast; index += 4) {
    crc ^=
      (bytes[index] ?? 0) |
      ((bytes[index + 1] ?? 0) << 8) |
      ((bytes[index + 2] ?? 0) << 16) |
      ((bytes[index + 3] ?? 0) << 24);
    crc =
      (t3[crc & 0xff] ?? 0) ^ (t2[(crc >>> 8) & 0xff] ?? 0) ^ (t1[(crc >>> 16) & 0xff] ?? 0) ^ (t0[crc >>> 24] ?? 0);
  }
  for (; index < bytes.length; index += 1) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  return ~crc >>> 0;
}

function makeTables(): readonly Uint32Array[] {
  const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
  const [first] = tables;
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    if (first) first[byte] = crc;
  }
  for (let slice = 1; slice < 4; slice += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      const previous = tables[slice - 1]?.[byte] ?? 0;
      const table = tables[slice];
      if (table) table[byte] = (previous >>> 8) ^ (first?.[previous & 0xff] ?? 0);
    }
  }
  return tables;
}
