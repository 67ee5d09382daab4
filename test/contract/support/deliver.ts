import { expect } from 'vitest';
import type { Caller, CallAnswer } from './caller';
import { deliveryKey, EXT, fakePdf, sampleDocument, sampleEnvelope, sha256 } from './wire-samples';

/** An invited address to send to. */
export async function invite(api: Caller, email: string, clientIds: readonly number[] = [1]): Promise<CallAnswer> {
  return api.post(`${EXT}invitations`, { email, clientIds, language: 'fr' }, { idempotencyKey: `invite-${email}` });
}

export async function upload(api: Caller, content: Uint8Array): Promise<void> {
  expect((await api.put(`${EXT}uploads/${sha256(content)}`, content)).status).toBe(201);
}

/** The whole way to a draft; `mark` tells one from another. Answers the envelope. */
export async function draft(api: Caller, mark: string, over: object = {}) {
  const email = `${mark}@exemple.example`;
  await invite(api, email);
  const content = fakePdf(mark);
  await upload(api, content);
  const body = sampleEnvelope(email, [sampleDocument(content, deliveryKey(mark))], over);
  const answer = await api.post(`${EXT}envelopes`, body, { idempotencyKey: `envelope-${mark}` });
  expect(answer.status).toBe(201);
  return { envelope: answer.json['data'], body, content, email };
}
