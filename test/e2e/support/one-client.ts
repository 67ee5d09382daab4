import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openZip } from './files';

const fictif = (name: string): string => new URL(`../../../public/fictif/${name}`, import.meta.url).pathname;

export interface OneClient {
  /** A DT Max list of the one row. */
  readonly list: string;
  readonly header: readonly string[];
  readonly row: readonly string[];
  /** Their T183. */
  readonly pdf: string;
}

/** A list and a T183 of one fictitious person of the fictitious office, written into `folder`. */
export async function oneClient(folder: string, name: string): Promise<OneClient> {
  const [header = '', ...lines] = (await readFile(fictif('clients-dtmax.csv'), 'latin1')).split('\r\n');
  const row = lines.find((line) => line.includes(`;${name.split(' ').at(-1)};`));
  const entry = [...(await openZip(fictif('t183-2025.zip')))].find(([file]) => file.includes(name));
  if (row === undefined || !entry) throw new Error(`${name} is not in the fictitious office`);
  const list = join(folder, 'une-ligne.csv');
  await writeFile(list, `${header}\r\n${row}\r\n`, 'latin1');
  const pdf = join(folder, entry[0]);
  await writeFile(pdf, entry[1]);
  return { list, header: header.split(';'), row: row.split(';'), pdf };
}
