import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Caller } from './support/caller';
import { upload } from './support/deliver';
import { openTestSandbox } from './support/open-test-sandbox';
import {
  contentDigest,
  deliveryKey,
  EXT,
  fakePdf,
  sampleDocument,
  sampleEnvelope,
  sha256,
} from './support/wire-samples';

const bytesOf = (length: number, seed = 1) =>
  new Uint8Array(Array.from({ length }, (_, index) => (index * 31 + seed * 7) % 256));

const putPart = (api: Caller, content: Uint8Array, start: number, end: number, headers: Record<string, string> = {}) =>
  api.put(`${EXT}uploads/${sha256(content)}`, content.slice(start, end), {
    headers: { 'Content-Range': `bytes ${start}-${end - 1}/${content.length}`, ...headers },
  });

const offset = async (api: Caller, content: Uint8Array) => {
  const { status, headers } = await api.head(`${EXT}uploads/${sha256(content)}`);
  return [status, headers.get('Upload-Offset'), headers.get('Upload-Complete')];
};

it('takes a whole content at once, and again', async () => {
  const { api } = await openTestSandbox();
  const content = fakePdf('entier');
  expect(await offset(api, content)).toEqual([404, null, null]);
  for (let time = 1; time <= 2; time += 1) {
    const { status, headers } = await api.put(`${EXT}uploads/${sha256(content)}`, content, {
      headers: { 'Content-Digest': contentDigest(content) },
    });
    expect([status, headers.get('Upload-Offset'), headers.get('Upload-Complete')]).toEqual([
      201,
      String(content.length),
      '?1',
    ]);
  }
  expect(await offset(api, content)).toEqual([200, String(content.length), '?1']);
});

it('goes on from where it stopped', async () => {
  const { api } = await openTestSandbox();
  const content = bytesOf(1000);
  expect((await putPart(api, content, 0, 400)).status).toBe(202);
  expect(await offset(api, content)).toEqual([200, '400', '?0']);
  for (const [start, end] of [
    [0, 400],
    [300, 700],
    [500, 1000],
  ] as const) {
    const wrong = await putPart(api, content, start, end);
    expect([wrong.status, wrong.json['code'], wrong.headers.get('Upload-Offset')]).toEqual([
      409,
      'upload-offset-mismatch',
      '400',
    ]);
  }
  expect((await putPart(api, content, 400, 999)).status).toBe(202);
  expect((await putPart(api, content, 999, 1000)).status).toBe(201);
  expect((await putPart(api, content, 0, 400)).status).toBe(201);
});

it('drops all parts when the whole is not what its name says', async () => {
  const { api } = await openTestSandbox();
  const content = bytesOf(100);
  const other = bytesOf(100, 2);
  await putPart(api, content, 0, 50);
  const wrong = await api.put(`${EXT}uploads/${sha256(content)}`, other.slice(50), {
    headers: { 'Content-Range': 'bytes 50-99/100' },
  });
  expect([wrong.status, wrong.json['code'], wrong.headers.get('Upload-Offset')]).toEqual([422, 'digest-mismatch', '0']);
  expect(await offset(api, content)).toEqual([404, null, null]);
  expect((await api.put(`${EXT}uploads/${sha256(content)}`, other)).status).toBe(422);
  await upload(api, content);
});

it('drops only the part that does not match its own Content-Digest', async () => {
  const { api } = await openTestSandbox();
  const content = bytesOf(100);
  await putPart(api, content, 0, 50);
  const wrong = await putPart(api, content, 50, 100, { 'Content-Digest': contentDigest('autre chose') });
  expect([wrong.status, wrong.json['code']]).toEqual([400, 'digest-mismatch']);
  expect(await offset(api, content)).toEqual([200, '50', '?0']);
  expect(
    (await putPart(api, content, 50, 100, { 'Content-Digest': `md5=:AAAA:, ${contentDigest(content.slice(50))}` }))
      .status,
  ).toBe(201);
});

it.each(['bytes 0-9/5', 'bytes 5-4/10', 'bytes 0-8/10', 'bytes */10', 'bytes 0-9', 'octets 0-9/10'])(
  'refuses the range %s',
  async (range) => {
    const { api } = await openTestSandbox();
    const content = bytesOf(10);
    const answer = await api.put(`${EXT}uploads/${sha256(content)}`, content, { headers: { 'Content-Range': range } });
    expect([answer.status, answer.json['code']]).toEqual([400, 'invalid-range']);
  },
);

it('has limits, and names only in lower case', async () => {
  const { api } = await openTestSandbox({ maxUploadBytes: 100 });
  const content = bytesOf(101);
  expect((await api.put(`${EXT}uploads/${sha256(content)}`, content)).json['code']).toBe('body-too-large');
  expect((await putPart(api, content, 0, 10)).json['code']).toBe('body-too-large');
  expect((await api.head(`${EXT}uploads/${sha256('x').toUpperCase()}`)).status).toBe(404);
  expect((await api.call('GET', `${EXT}uploads/${sha256('x')}`)).status).toBe(405);
});

it('serves exactly what was sent, in whatever parts and repeats it came', async () => {
  const { api } = await openTestSandbox();
  await api.post(
    `${EXT}invitations`,
    { email: 'p@exemple.example', clientIds: [1], language: 'fr' },
    { idempotencyKey: 'p' },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 4000 }),
      fc.array(fc.record({ size: fc.integer({ min: 1, max: 1500 }), again: fc.boolean(), skip: fc.boolean() }), {
        maxLength: 12,
      }),
      async (noise, steps) => {
        run += 1;
        const content = new Uint8Array([...fakePdf(`propriété ${run}`), ...noise]);
        let at = 0;
        for (const { size, again, skip } of steps) {
          const end = Math.min(content.length, at + size);
          if (skip && end < content.length) expect((await putPart(api, content, end, content.length)).status).toBe(409);
          const sent = await putPart(api, content, at, end);
          expect(sent.status).toBe(end === content.length ? 201 : 202);
          if (again && end < content.length) expect((await putPart(api, content, at, end)).status).toBe(409);
          at = end;
          if (at === content.length) break;
        }
        if (at < content.length) expect((await putPart(api, content, at, content.length)).status).toBe(201);
        const body = sampleEnvelope('p@exemple.example', [sampleDocument(content, deliveryKey(`propriété ${run}`))]);
        const { json } = await api.post(`${EXT}envelopes`, body, {
          idempotencyKey: `property-${run}`,
        });
        const { id, documents } = json['data'] as unknown as { id: string; documents: { id: string }[] };
        const served = await api.get(`${EXT}envelopes/${id}/documents/${documents[0]?.id}/content`);
        expect(createHash('sha256').update(served.bytes).digest('hex')).toBe(sha256(content));
      },
    ),
    { numRuns: 25 },
  );
});
