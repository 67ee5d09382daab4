import type { LocalClient } from '../../../src/core/clients/client';
import type { DocumentRow } from '../../../src/core/documents/document-row';
import type { BatchId } from '../../../src/core/ids';
import { sealJson } from '../../../src/vault/seal';
import type { ClientDirectoryImage } from '../../../src/worker-bridge/client-directory-image';
import type { PrepareRequest, ReadDocumentsRequest } from '../../../src/worker-bridge/documents-worker-api';
import { DocumentsSession } from '../../../workers/documents/documents-session';
import { people, toClient } from './fictitious-office';
import { nodePdfium } from './node-pdfium';

const aes = (usages: KeyUsage[]) => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, usages);

/** The state behind the documents worker, configured with the fictitious office's clients. */
export async function startSession(clients: readonly LocalClient[] = people.map(toClient)) {
  const pdfium = await nodePdfium();
  let ids = 0;
  const newId = <T extends string>() => `id${(ids += 1)}` as T;
  const session = new DocumentsSession({ pdfium: async () => pdfium, newId });
  const hmac = { name: 'HMAC', hash: 'SHA-256' } as const;
  const sealKey = await aes(['encrypt', 'decrypt']);
  const batchKey = await aes(['wrapKey', 'unwrapKey']);
  const keys = {
    sealKey,
    identifierKey: await crypto.subtle.importKey('raw', new Uint8Array(32).fill(5), hmac, false, ['sign']),
    deliveryKey: await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), hmac, false, ['sign']),
  };
  const imageOf = async (known: readonly LocalClient[]): Promise<ClientDirectoryImage> => {
    const parts = [known.slice(0, 40), known.slice(40)].map(async (part, index) => ({
      id: `c${index}`,
      sealed: await sealJson(sealKey, `client-chunk:c${index}`, { clients: part }),
    }));
    return { chunks: await Promise.all(parts), snapshot: null };
  };
  const configured = await session.configure(keys, await imageOf(clients));
  if (!configured.ok) throw new Error(configured.error.code);
  return { session, batchKey, imageOf };
}

type Asked = Omit<ReadDocumentsRequest, 'delivered'> & Partial<Pick<ReadDocumentsRequest, 'delivered'>>;

export async function previewIn(session: DocumentsSession, asked: Asked) {
  const rows: DocumentRow[] = [];
  const progress: (readonly [number, number])[] = [];
  const result = await session.read(
    { delivered: [], ...asked },
    (chunk) => rows.push(...chunk),
    (done, total) => progress.push([done, total]),
  );
  return { result, rows, progress };
}

export async function prepareIn(
  session: DocumentsSession,
  batchKey: CryptoKey,
  decisions: PrepareRequest['decisions'] = [],
) {
  const result = await session.prepare({ batch: 'b1' as BatchId, batchKey, decisions }, () => undefined);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
