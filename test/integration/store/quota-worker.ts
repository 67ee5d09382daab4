import { expose } from 'comlink';
import type { BatchId } from '../../../src/core/ids';
import { openPackWriter } from '../../../src/store/packs/open-pack-writer';

const code = (result: { ok: boolean; error?: { code: string } }): string =>
  result.ok ? 'ok' : (result.error?.code ?? '');

const api = {
  async reserve(batch: BatchId, bytes: number): Promise<{ reserved: string; afterwards: string }> {
    const writer = await openPackWriter(batch);
    if (!writer.ok) return { reserved: writer.error.code, afterwards: '' };
    const reserved = code(writer.value.reserve(bytes));
    const afterwards = code(writer.value.append(new Uint8Array(1000)));
    writer.value.close();
    return { reserved, afterwards };
  },
};

export type QuotaWorker = typeof api;

expose(api);
