import { expose } from 'comlink';
import Dexie from 'dexie';
import Papa from 'papaparse';
import { read } from 'xlsx';
import { readClientList } from '../../../workers/tables/read-client-list';
import { importKnown } from './import-known';
import { returnWorks } from './return-works';

type Bytes = Uint8Array<ArrayBuffer>;
type Work = (bytes: Bytes) => Promise<number>;

const timed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

const parse = (bytes: Bytes): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(new TextDecoder('windows-1252').decode(bytes), {
    header: true,
    skipEmptyLines: true,
  }).data;

/** What the goals compare with, and our own reading alone; each in a fresh worker. */
const works = {
  /** PapaParse, nothing else. */
  papa: (bytes) => timed(() => parse(bytes)),
  /** PapaParse, then one Dexie record per row. */
  papaDexie: (bytes) =>
    timed(async () => {
      await Dexie.delete('peer');
      const database = new Dexie('peer', { chromeTransactionDurability: 'strict' });
      database.version(1).stores({ clients: '++id, NAS' });
      await database.table('clients').bulkPut(parse(bytes));
      database.close();
    }),
  /** SheetJS with its dense sheets, no formatting: its fastest. */
  sheetJsDense: (bytes) =>
    timed(() =>
      read(bytes, { type: 'array', dense: true, cellFormula: false, cellHTML: false, cellText: false, cellNF: false }),
    ),
  /** Our reading of a workbook, its header found. */
  ourXlsx: (bytes) =>
    timed(() => {
      const list = readClientList(bytes, 'taxprep', 'individuals');
      if (!list.ok) throw new Error(list.error.code);
    }),
  /** Our import of a list GEM-BOOKS has already, up to its sealed records on disk; timed by itself. */
  ourImport: importKnown,
  ourCsv: (bytes) =>
    timed(() => {
      const list = readClientList(bytes, 'dt-max', 'individuals');
      if (!list.ok) throw new Error(list.error.code);
    }),
  ...returnWorks,
} satisfies Record<string, Work>;

export type BenchWorker = typeof works;
expose(works);
