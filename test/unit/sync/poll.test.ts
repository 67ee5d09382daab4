import { describe, expect, it } from 'vitest';
import { ApiClient } from '../../../src/sync/api-client';
import { pollExtension } from '../../../src/sync/poll';
import type { PollTag } from '../../../src/sync/poll';
import { z } from '../../../src/contract/zod';
import { FakeHttp } from '../../fakes/fake-http';

const signal = new AbortController().signal;
const now = () => Date.parse('2026-04-15T12:00:00Z');
const row = z.looseObject({ id: z.string() });

describe('a list asked again and again', () => {
  const polling = (tag: PollTag | null, path = 'list') => {
    const http = new FakeHttp();
    return { http, answer: pollExtension(path, row, tag, { http, now, signal }) };
  };

  it('is carried once, then only asked whether it changed', async () => {
    const first = polling(null);
    const asked = await first.http.nextRequest();
    expect(asked.request.headers).toEqual({});
    asked.json(200, { data: [{ id: 'a' }], nextCursor: null }, { etag: 'W/"1"' });
    const read = await first.answer;
    const tag = { path: 'list', etag: 'W/"1"' };
    expect(read).toEqual({ ok: true, value: { rows: [{ id: 'a' }], tag } });

    const second = polling(tag);
    const again = await second.http.nextRequest();
    expect(again.request.headers).toEqual({ 'if-none-match': 'W/"1"' });
    again.respondWith({ kind: 'response', status: 304, headers: {}, body: '' });
    expect(await second.answer).toEqual({ ok: true, value: { rows: [], tag } });
  });

  it('asks for all of another list: a tag belongs to one path', async () => {
    const other = polling({ path: 'list', etag: '"1"' }, 'list?updatedSince=x');
    expect((await other.http.nextRequest()).request.headers).toEqual({});
  });

  it('does not take « nothing changed » for an answer to what it never asked', async () => {
    const { http, answer } = polling(null);
    (await http.nextRequest()).respondWith({ kind: 'response', status: 304, headers: {}, body: '' });
    expect((await answer).ok).toBe(false);
  });

  it('keeps no tag of a list over several pages: only the first would be compared', async () => {
    const { http, answer } = polling(null);
    (await http.nextRequest()).json(200, { data: [{ id: 'a' }], nextCursor: 'n' }, { etag: '"1"' });
    (await http.nextRequest()).json(200, { data: [{ id: 'a' }], nextCursor: 'n' });
    (await http.nextRequest()).json(200, { data: [{ id: 'b' }], nextCursor: null });
    expect(await answer).toEqual({ ok: true, value: { rows: [{ id: 'a' }, { id: 'b' }], tag: null } });
  });
});

it('envelopes are asked for with the tag of their own last answer', async () => {
  const http = new FakeHttp();
  const api = new ApiClient(http, { now });
  const first = api.followedEnvelopes('2026-04-15T12:00:00Z', signal);
  (await http.nextRequest()).json(200, { data: [], nextCursor: null }, { etag: '"7"' });
  expect(await first).toEqual({ ok: true, value: [] });
  const second = api.followedEnvelopes('2026-04-15T12:00:00Z', signal);
  const again = await http.nextRequest();
  expect(again.request.headers).toEqual({ 'if-none-match': '"7"' });
  again.respondWith({ kind: 'response', status: 304, headers: {}, body: '' });
  expect(await second).toEqual({ ok: true, value: [] });
});
