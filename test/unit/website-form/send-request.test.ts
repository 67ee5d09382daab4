import { expect, it, vi } from 'vitest';
import { sendRequest } from '../../../src/website-form/send-request';

const FIELDS = {
  name: 'Personne Fictive',
  email: 'personne@exemple.example',
  phone: '',
  language: 'fr',
  consent: true,
  website: '',
} as const;
const ACTION = 'https://bureau.example/api/impot-sync/v1/intake/cabinet-fictif';

it.each([
  [202, 'received'],
  [200, 'not-sent'],
  [422, 'refused'],
  [429, 'too-many'],
  [503, 'not-sent'],
] as const)('reads %i as %s', async (status, result) => {
  const send = vi.fn(async () => new Response('', { status }));
  expect(await sendRequest(ACTION, FIELDS, send)).toBe(result);
  expect(send).toHaveBeenCalledWith(
    ACTION,
    expect.objectContaining({ method: 'POST', credentials: 'omit', body: JSON.stringify(FIELDS) }),
  );
});

it('does not take a cut for an answer', async () => {
  expect(await sendRequest(ACTION, FIELDS, () => Promise.reject(new TypeError('Failed to fetch')))).toBe('not-sent');
});
