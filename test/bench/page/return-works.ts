import { BlobReader, configure, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js/lib/zip-core.js';
import { unzipSync } from 'fflate';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { documentFacts } from '../../../src/core/documents/document-facts';
import type { PlacedField } from '../../../src/core/forms/placed-field';
import type { BatchId, DocumentId } from '../../../src/core/ids';
import type { Result } from '../../../src/core/result';
import { openPackWriter } from '../../../src/store/packs/open-pack-writer';
import { sealDocument } from '../../../src/vault/document-key';
import { listSources } from '../../../workers/documents/list-sources';
import { loadPdfium } from '../../../workers/documents/load-pdfium';
import { stampAppending } from '../../../workers/pdf/append/stamp-appending';
import { inspectPdf } from '../../../workers/pdf/inspect';
import type { PageDigest } from '../../../workers/pdf/page-digest';
import type { OpenDocument } from '../../../workers/pdf/pdfium';
import { preparePdf } from '../../../workers/pdf/prepare';
import { readPlainPages } from '../../../workers/pdf/read-plain-pages';
import { sha256Hex } from '../../../workers/shared/sha256-hex';

type Bytes = Uint8Array<ArrayBuffer>;

const FIELDS: readonly PlacedField[] = [
  { kind: 'signature', signer: 'taxpayer', page: 1, rect: [40, 113, 190, 28] },
  { kind: 'time', part: 'hh', signer: 'taxpayer', page: 1, rect: [449, 89, 22, 14] },
  { kind: 'time', part: 'mm', signer: 'taxpayer', page: 1, rect: [476, 89, 22, 14] },
  { kind: 'time', part: 'ss', signer: 'taxpayer', page: 1, rect: [501, 89, 22, 14] },
];

const elapsed = async (work: () => unknown): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Unpacked beforehand, by another library than ours: not timed. */
const documentsOf = (zip: Bytes): Bytes[] => Object.values(unzipSync(zip));

/** `use` on each document, timed; what the first one costs alone (the wasm's start) is not. */
async function onEach(zip: Bytes, use: (pdf: Bytes, index: number) => unknown): Promise<number> {
  const documents = documentsOf(zip);
  if (documents[0]) await use(documents[0], -1);
  return elapsed(async () => {
    for (const [index, pdf] of documents.entries()) await use(pdf, index);
  });
}

const pdfium = loadPdfium();

async function withPdfium(pdf: Bytes, use: (document: OpenDocument) => unknown): Promise<void> {
  const opened = await (await pdfium()).withDocument(pdf, use);
  if (!opened.ok) throw new Error(opened.failure);
}

const aes = { name: 'AES-GCM', length: 256 } as const;
const newBatchKey = () => crypto.subtle.generateKey(aes, false, ['wrapKey', 'unwrapKey']);

/** The document goals beside their peers: a ZIP of returns in, milliseconds out unless it says another unit. */
export const returnWorks = {
  zipOurs: (zip: Bytes) =>
    elapsed(async () => {
      for (const source of value(await listSources([new File([zip], 'lot.zip')]))) value(await source.read(null));
    }),
  zipJs: (zip: Bytes) =>
    elapsed(async () => {
      configure({ useWebWorkers: false });
      const reader = new ZipReader(new BlobReader(new Blob([zip])));
      for (const entry of await reader.getEntries()) {
        if (!entry.directory) await entry.getData(new Uint8ArrayWriter(), { checkSignature: true });
      }
    }),
  zipFflate: (zip: Bytes) => elapsed(() => unzipSync(zip)),
  factsOurs: (zip: Bytes) =>
    onEach(zip, async (pdf) => documentFacts(value(await inspectPdf(await pdfium(), pdf)).pages)),
  factsPdfium: (zip: Bytes) => onEach(zip, (pdf) => withPdfium(pdf, readPlainPages)),
  factsPdfJs: async (zip: Bytes) => {
    const { getDocumentProxy } = await import('unpdf');
    return onEach(zip, async (pdf) => {
      const document = await getDocumentProxy(pdf.slice());
      for (let page = 1; page <= document.numPages; page += 1) await (await document.getPage(page)).getTextContent();
      await document.destroy();
    });
  },
  stampOurs: (zip: Bytes) => onEach(zip, (pdf) => stampAppending(pdf, FIELDS)),
  /** As Importer does it: what Aperçu knew of the pages is at hand, and not timed. */
  stampProven: async (zip: Bytes) => {
    const known: (readonly PageDigest[])[] = [];
    for (const pdf of documentsOf(zip)) known.push(value(await inspectPdf(await pdfium(), pdf)).digest);
    return onEach(zip, async (pdf, index) =>
      value(await preparePdf(await pdfium(), pdf, FIELDS, known[Math.max(0, index)])),
    );
  },
  /** pdf-lib at its fastest: nothing parsed that need not be, no object streams, a whole new file. */
  stampPdfLib: (zip: Bytes) =>
    onEach(zip, async (pdf) => {
      const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
      const { context } = document;
      const page = document.getPage(0);
      for (const [index, { kind, rect }] of FIELDS.entries()) {
        const [x, y, width, height] = rect;
        const widget = context.obj({
          Type: 'Annot',
          Subtype: 'Widget',
          FT: kind === 'signature' ? 'Sig' : 'Tx',
          T: PDFString.of(`f${index}`),
          Rect: [x, y, x + width, y + height],
          F: 4,
        });
        page.node.addAnnot(context.register(widget));
      }
      document.catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: page.node.Annots() ?? [], SigFlags: 1 }));
      await document.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: Number.POSITIVE_INFINITY });
    }),
  /** Hashed, sealed, appended to a pack and flushed, as Importer does. */
  storeOurs: async (zip: Bytes) => {
    const documents = documentsOf(zip);
    const batchKey = await newBatchKey();
    const writer = value(await openPackWriter(`bench${Date.now()}` as BatchId));
    return elapsed(async () => {
      for (const [index, pdf] of documents.entries()) {
        await sha256Hex(pdf);
        const { sealed } = await sealDocument(pdf, `d${index}` as DocumentId, batchKey);
        value(writer.append(sealed));
      }
      value(writer.flush());
      value(writer.close());
    });
  },
  storeRecords: async (zip: Bytes) => {
    const documents = documentsOf(zip);
    const batchKey = await newBatchKey();
    const database = await openStore();
    return elapsed(async () => {
      for (const [index, pdf] of documents.entries()) {
        await sha256Hex(pdf);
        const { sealed } = await sealDocument(pdf, `d${index}` as DocumentId, batchKey);
        await putStrictly(database, index, sealed);
      }
      database.close();
    });
  },
  /** How many instances of pdfium the reading of these documents went through. */
  instances: async (zip: Bytes) => {
    const { instantiate } = WebAssembly;
    const { module } = await pdfium();
    let made = 0;
    WebAssembly.instantiate = ((...given: Parameters<typeof instantiate>) => {
      // Archives have modules of their own.
      if ((given[0] as unknown) === module) made += 1;
      return instantiate(...given);
    }) as typeof instantiate;
    for (const source of value(await listSources([new File([zip], 'lot.zip')]))) {
      value(await inspectPdf(await pdfium(), value(await source.read(null))));
    }
    WebAssembly.instantiate = instantiate;
    return made;
  },
} satisfies Record<string, (zip: Bytes) => Promise<number>>;

function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(`peer${Date.now()}`, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('documents');
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('IndexedDB'));
  });
}

function putStrictly(database: IDBDatabase, key: number, bytes: Bytes): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('documents', 'readwrite', { durability: 'strict' });
    transaction.objectStore('documents').put(bytes, key);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(new Error('IndexedDB'));
  });
}
