import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';

/** The files of an archive by name, unpacked by another library than the product's own reader. */
export async function openZip(path: string): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map(Object.entries(unzipSync(new Uint8Array(await readFile(path)))));
}
