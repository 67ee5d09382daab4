import { createHash } from 'node:crypto';
import { transact } from '../database';
import type { Hono } from 'hono';
import type { SandboxContext } from '../context';
import type { Tx } from '../database';
import { Refusal } from '../problems';
import { readBytes } from '../read-body';

interface Part {
  readonly start: number;
  readonly total: number;
}

/** Uploads by their own digest: sending one again, whole or from where it stopped, is always harmless. */
export function uploadRoutes(extension: Hono, { db, settings }: SandboxContext): void {
  /** Hono answers HEAD through GET; the bytes themselves are only served through their envelope. */
  extension.get('/uploads/:sha256', async (c) => {
    if (c.req.raw.method !== 'HEAD') throw new Refusal('method-not-allowed', { headers: { Allow: 'HEAD, PUT' } });
    const upload = await db
      .selectFrom('uploads')
      .selectAll()
      .where('sha256', '=', digestFrom(c.req.param('sha256')))
      .executeTakeFirst();
    if (upload === undefined) throw new Refusal('not-found');
    return new Response(null, { headers: progress(upload.received, upload.complete === 1) });
  });

  extension.put('/uploads/:sha256', async (c) => {
    const sha256 = digestFrom(c.req.param('sha256'));
    const bytes = await readBytes(c.req.raw, settings.maxUploadBytes);
    const part = readPart(c.req.header('Content-Range'), bytes.byteLength);
    if (part.total > settings.maxUploadBytes) throw new Refusal('body-too-large');
    const { received, complete } = await transact(db, (tx) => receive(tx, sha256, part, bytes));
    if (received === null) throw new Refusal('digest-mismatch', { status: 422, headers: progress(0, false) });
    return new Response(null, { status: complete ? 201 : 202, headers: progress(received, complete) });
  });
}

function digestFrom(place: string): string {
  if (!/^[0-9a-f]{64}$/.test(place))
    throw new Refusal('not-found', { detail: 'An upload is named by 64 lower-case hex digits' });
  return place;
}

const progress = (received: number, complete: boolean): Record<string, string> => ({
  'Upload-Offset': String(received),
  'Upload-Complete': complete ? '?1' : '?0',
});

/** Without Content-Range the body is the whole. */
function readPart(header: string | undefined, length: number): Part {
  if (header === undefined) return { start: 0, total: length };
  const found = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(header);
  const [start, end, total] = (found?.slice(1) ?? []).map(Number);
  if (start === undefined || end === undefined || total === undefined) throw new Refusal('invalid-range');
  if (end < start || end >= total || end - start + 1 !== length) throw new Refusal('invalid-range');
  return { start, total };
}

/** Adds a part. `received` is null when the whole turned out not to be what its name says: all of it is dropped. */
async function receive(
  tx: Tx,
  sha256: string,
  { start, total }: Part,
  bytes: Uint8Array,
): Promise<{ readonly received: number | null; readonly complete: boolean }> {
  const before = await tx.selectFrom('uploads').selectAll().where('sha256', '=', sha256).executeTakeFirst();
  if (before?.complete === 1) return { received: before.total, complete: true };
  const whole = start === 0 && bytes.byteLength === total;
  if (whole) await drop(tx, sha256);
  const have = whole ? 0 : (before?.received ?? 0);
  const mismatch = start !== have || (!whole && before !== undefined && before.total !== total);
  if (mismatch) throw new Refusal('upload-offset-mismatch', { headers: progress(have, false) });

  const received = have + bytes.byteLength;
  await tx
    .insertInto('uploads')
    .values({ sha256, total, received, complete: 0 })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ received }))
    .execute();
  if (bytes.byteLength > 0) await tx.insertInto('upload_parts').values({ sha256, start, bytes }).execute();
  if (received < total) return { received, complete: false };
  if ((await digestOf(tx, sha256)) !== sha256) {
    await drop(tx, sha256);
    return { received: null, complete: false };
  }
  await tx.updateTable('uploads').set({ complete: 1 }).where('sha256', '=', sha256).execute();
  return { received, complete: true };
}

async function drop(tx: Tx, sha256: string): Promise<void> {
  await tx.deleteFrom('upload_parts').where('sha256', '=', sha256).execute();
  await tx.deleteFrom('uploads').where('sha256', '=', sha256).execute();
}

/** One part in memory at a time. */
async function digestOf(tx: Tx, sha256: string): Promise<string> {
  const hash = createHash('sha256');
  for (let start = 0; ;) {
    const part = await tx
      .selectFrom('upload_parts')
      .select('bytes')
      .where('sha256', '=', sha256)
      .where('start', '=', start)
      .executeTakeFirst();
    if (part === undefined) return hash.digest('hex');
    const bytes = new Uint8Array(part.bytes);
    hash.update(bytes);
    start += bytes.byteLength;
  }
}
