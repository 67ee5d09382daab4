import { describe, expect, it } from 'vitest';
import { safeParse } from 'zod/mini';
import {
  clientCreateSchema,
  clientListSchema,
  clientSchema,
  clientUpdateSchema,
} from '../../src/contract/client.schema';
import { toFollowedEnvelope } from '../../src/contract/envelope-to-core';
import { envelopeCreateSchema, envelopeSchema } from '../../src/contract/envelope.schema';
import { mergeClients } from '../../src/contract/merge-clients';
import { readWire } from '../../src/contract/read-wire';
import { expandPath } from '../../src/contract/route';
import { toServerClient } from '../../src/contract/to-core';
import { deliveryKey, fakePdf, sampleDocument, sampleEnvelope } from './support/wire-samples';

const readClient = (value: object) => {
  const parsed = safeParse(clientSchema, value);
  if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
  return parsed.data;
};

describe('a documented client', () => {
  it('is read with nulls, numbers for texts, texts for numbers, and fields unheard of', () => {
    const wire = readClient({
      id: '17',
      code: 1042,
      name: null,
      inactive: '1',
      zipcode: null,
      phone: 4185550100,
      credit: '12.50',
      new_field: [],
    });
    expect(toServerClient(wire, null)).toEqual({
      id: 17,
      code: '1042',
      name: '',
      inactive: true,
      email: '',
      address: '',
      address2: '',
      city: '',
      state: '',
      zipcode: '',
      phone: '4185550100',
      language: null,
      accountManagerId: null,
      invitation: 'unknown',
    });
    expect(wire).toHaveProperty('new_field', []);
  });

  it.each([
    [{ address2: 'app. 4' }, 'app. 4'],
    [{ adresse2: 'app. 4' }, 'app. 4'],
    [{ address2: '', adresse2: 'app. 4' }, 'app. 4'],
    [{ address2: 'app. 5', adresse2: 'app. 4' }, 'app. 5'],
    [{ address2: null }, ''],
  ])('takes the second address line from either spelling: %j', (fields, expected) => {
    expect(toServerClient(readClient({ id: 1, ...fields }), null).address2).toBe(expected);
  });

  it.each([
    [0, false],
    [1, true],
    ['0', false],
    [false, false],
    [true, true],
    [null, false],
    [undefined, false],
  ])('inactive %j is %j', (inactive, expected) => {
    expect(toServerClient(readClient({ id: 1, inactive }), null).inactive).toBe(expected);
  });

  it('is not read without an id, nor with one that is no number', () => {
    expect(safeParse(clientSchema, { code: '1' }).success).toBe(false);
    expect(safeParse(clientSchema, { id: 'abc' }).success).toBe(false);
    expect(safeParse(clientSchema, { id: 1.5 }).success).toBe(false);
  });

  it('takes what the extension knows, by id, and is kept once when two pages both held it', () => {
    const extension = {
      id: 2,
      name: 'Nom Nouveau',
      email: 'n@exemple.example',
      language: 'en',
      accountManagerId: 'am-1',
      invitation: 'invited',
      etag: '"v3"',
    } as const;
    const one = readClient({ id: 1, code: 'A', name: 'Premier', email: 'p@exemple.example' });
    const two = readClient({ id: 2, code: 'B', name: 'Nom Ancien', email: 'a@exemple.example' });
    const merged = mergeClients([one, two, one], [extension]);
    expect(
      merged.map(({ id, name, email, language, invitation }) => ({ id, name, email, language, invitation })),
    ).toEqual([
      { id: 1, name: 'Premier', email: 'p@exemple.example', language: null, invitation: 'unknown' },
      { id: 2, name: 'Nom Nouveau', email: 'n@exemple.example', language: 'en', invitation: 'invited' },
    ]);
    expect(mergeClients([two], null)[0]?.invitation).toBe('unknown');
  });
});

it('reads a page whose counts come as texts', () => {
  const read = readWire(
    clientListSchema,
    '{"data":[],"meta":{"current_page":1,"last_page":"3","per_page":"100","total":201}}',
  );
  expect(read.ok && read.value.meta).toEqual({ current_page: 1, last_page: 3, per_page: 100, total: 201 });
});

it('says what was not as expected without what was found', () => {
  expect(readWire(clientListSchema, '<html>')).toEqual({
    ok: false,
    error: { code: 'api/unexpected-answer', details: { reason: 'not-json' } },
  });
  const wrong = readWire(
    clientListSchema,
    '{"data":[{"id":"130 692 544"}],"meta":{"current_page":1,"last_page":1,"per_page":20,"total":1}}',
  );
  expect(wrong.ok).toBe(false);
  expect(JSON.stringify(wrong)).toContain('data.0.id');
  expect(JSON.stringify(wrong)).not.toContain('130');
});

describe('what is sent is closed', () => {
  it('no SIN, no unknown field, in a client', () => {
    const sound = { name: 'A', code: '1', email: '', type: '', address: '', phone: '' };
    expect(safeParse(clientCreateSchema, sound).success).toBe(true);
    expect(safeParse(clientCreateSchema, { ...sound, sin: '000000000' }).success).toBe(false);
    expect(safeParse(clientCreateSchema, { ...sound, code: ' ' }).success).toBe(false);
    expect(safeParse(clientUpdateSchema, { name: 'A' }).success).toBe(false);
    expect(safeParse(clientUpdateSchema, { city: 'Québec' }).success).toBe(true);
  });

  const document = sampleDocument(fakePdf('a'), deliveryKey('a'));
  const field = document.fields[0];
  it.each([
    ['a rectangle of three numbers', { fields: [{ ...field, rect: [1, 2, 3] }] }],
    ['a rectangle that is not finite', { fields: [{ ...field, rect: [1, 2, 3, Number.POSITIVE_INFINITY] }] }],
    ['a rectangle without height', { fields: [{ ...field, rect: [1, 2, 3, 0] }] }],
    ['page 0', { fields: [{ ...field, page: 0 }] }],
    ['a digest in upper case', { sha256: document.sha256.toUpperCase() }],
    ['a title that breaks a header', { title: 'a\r\nBcc: b' }],
    ['an empty title', { title: '  ' }],
    ['no page', { pageCount: 0 }],
    ['a field unheard of', { sin: '1' }],
  ])('refuses %s', (_, over) => {
    expect(safeParse(envelopeCreateSchema, sampleEnvelope('a@b.example', [document])).success).toBe(true);
    expect(safeParse(envelopeCreateSchema, sampleEnvelope('a@b.example', [{ ...document, ...over }])).success).toBe(
      false,
    );
  });
});

describe('the marks of an envelope', () => {
  const read = (over: object) => {
    const { documents, ...rest } = sampleEnvelope('a@b.example', [sampleDocument(fakePdf('a'), deliveryKey('a'))]);
    const stood = { id: 'env-1', status: 'sent', createdAt: '2026-04-30T14:00:00Z', sentAt: null };
    const answered = { ...rest, ...stood, documents: documents.map((one) => ({ ...one, id: 'doc-1' })), ...over };
    const parsed = safeParse(envelopeSchema, answered);
    if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
    const { labels, followUpOn } = toFollowedEnvelope(parsed.data);
    return { labels, followUpOn };
  };

  it.each([
    ['a server that knows none', {}, {}],
    ['an envelope without any', { labels: [], followUpOn: null }, {}],
    [
      'an envelope with both',
      { labels: ['a', 'b'], followUpOn: '2026-05-15' },
      { labels: ['a', 'b'], followUpOn: '2026-05-15' },
    ],
  ])('are read of %s', (_, over, expected) => {
    expect(read(over)).toEqual(expected);
  });
});

it('puts values into the places of a path, encoded', () => {
  expect(expandPath('envelopes/{id}/documents/{documentId}/content', { id: 'a/b', documentId: 7 })).toBe(
    'envelopes/a%2Fb/documents/7/content',
  );
  expect(() => expandPath('envelopes/{id}', {})).toThrow('{id}');
});
