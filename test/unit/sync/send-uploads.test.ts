import { describe, expect, it } from 'vitest';
import { appError } from '../../../src/core/app-error';
import { err, ok } from '../../../src/core/result';
import type { PendingRequest } from '../../fakes/fake-http';
import { uploadTask } from '../../fakes/outbox-entries';
import { sha256Hex } from '../../fakes/sync-world';
import { DONE, bytes, sha256, start } from './sending';

describe('upload', () => {
  const task = uploadTask('d', sha256, bytes.byteLength);
  const path = `impot-sync/v1/uploads/${sha256}`;
  const at = (offset: number, complete = '?0') => ({ 'upload-offset': String(offset), 'upload-complete': complete });
  const range = ({ request }: PendingRequest) => [request.headers?.['content-range'], [...(request.body ?? [])].length];

  it('goes in parts, from the byte where it stopped', async () => {
    const { outcome, next } = await start(task);
    (await next(`HEAD ${path}`)).json(200, null, at(7));
    const first = await next(`PUT ${path}`);
    expect(range(first)).toEqual(['bytes 7-16/25', 10]);
    expect(first.request.body).toEqual(bytes.slice(7, 17));
    first.json(202, null, at(17));
    const second = await next(`PUT ${path}`);
    expect(range(second)).toEqual(['bytes 17-24/25', 8]);
    second.json(201, null, at(25, '?1'));
    expect(await outcome).toEqual(DONE);
  });

  it('sends not a byte of what is there already', async () => {
    const { outcome, next, http } = await start(
      task,
      {},
      { documentBytes: () => Promise.reject(new Error('not to be opened')) },
    );
    (await next(`HEAD ${path}`)).json(200, null, at(25, '?1'));
    expect(await outcome).toEqual(DONE);
    expect(http.requests).toHaveLength(1);
  });

  it('follows the server to the offset it tells, but not round in circles', async () => {
    const { outcome, next } = await start(task);
    (await next(`HEAD ${path}`)).problem(404, 'not-found');
    expect(
      range(await next(`PUT ${path}`).then((put) => (put.problem(409, 'upload-offset-mismatch', {}, at(20)), put))),
    ).toEqual(['bytes 0-9/25', 10]);
    expect(
      range(await next(`PUT ${path}`).then((put) => (put.problem(409, 'upload-offset-mismatch', {}, at(3)), put))),
    ).toEqual(['bytes 20-24/25', 5]);
    for (let turn = 0; turn < 5; turn++) (await next(`PUT ${path}`)).problem(409, 'upload-offset-mismatch', {}, at(3));
    expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no' });
  });

  it('sends smaller parts through a proxy that takes no large ones', async () => {
    const big = new Uint8Array(300_000);
    const digest = sha256Hex(big);
    const { outcome, next } = await start(
      uploadTask('d', digest, big.byteLength),
      {},
      { uploadPartBytes: () => 262_144, documentBytes: async () => ok(big) },
    );
    (await next(`HEAD impot-sync/v1/uploads/${digest}`)).problem(404, 'not-found');
    const refused = await next(`PUT impot-sync/v1/uploads/${digest}`);
    expect(range(refused)[0]).toBe('bytes 0-262143/300000');
    refused.respondWith({ kind: 'response', status: 413, headers: {}, body: '<html>' });
    const smaller = await next(`PUT impot-sync/v1/uploads/${digest}`);
    expect(range(smaller)[0]).toBe('bytes 0-131071/300000');
    smaller.json(201, null, at(300_000, '?1'));
    expect(await outcome).toEqual(DONE);
  });

  it('starts over later when what arrived was damaged', async () => {
    for (const status of [400, 422]) {
      const { outcome, next } = await start(task);
      (await next(`HEAD ${path}`)).problem(404, 'not-found');
      (await next(`PUT ${path}`)).problem(status, 'digest-mismatch');
      expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no' });
    }
  });

  it('does not take a portal for the server', async () => {
    const { outcome, next, http } = await start(task);
    (await next(`HEAD ${path}`)).respondWith({ kind: 'response', status: 200, headers: {}, body: '' });
    expect(await outcome).toMatchObject({ kind: 'retry', applied: 'no', error: { code: 'api/unexpected-answer' } });
    expect(http.requests).toHaveLength(1);
  });

  it('waits for the passphrase, and holds what is lost', async () => {
    for (const [code, expected] of [
      ['vault/locked', { kind: 'retry', applied: 'no' }],
      ['storage/missing-document', { kind: 'held', reason: 'storage/missing-document' }],
      ['vault/damaged-record', { kind: 'held', reason: 'vault/damaged-record' }],
    ] as const) {
      const { outcome, next } = await start(task, {}, { documentBytes: async () => err(appError(code)) });
      (await next(`HEAD ${path}`)).problem(404, 'not-found');
      expect(await outcome).toMatchObject(expected);
    }
  });
});
