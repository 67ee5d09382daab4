import { describe, expect, it } from 'vitest';
import type { DocumentRow } from '../../../src/core/documents/document-row';
import { fixture, people, toClient } from './fictitious-office';
import { previewIn, startSession } from './start-session';

const files = [new File([fixture('public/fictif/t183-2025.zip')], 't183-2025.zip')];
const options = { form: 'T183', naming: 'detect', taxYear: 2025 } as const;

describe('clients made after the Aperçu', () => {
  it('find their document, and what was decided of the others stays', async () => {
    const all = people.map(toClient);
    const { session } = await startSession();
    const { rows: whole } = await previewIn(session, { files, options });
    const late = whole.find(({ status }) => status === 'ready')?.client;
    if (!late) throw new Error('fixture');

    const { session: fresh, imageOf: freshImage } = await startSession(all.filter(({ id }) => id !== late.id));
    const { rows } = await previewIn(fresh, { files, options });
    const at = whole.findIndex(({ client }) => client?.id === late.id);
    expect(rows[at]).toMatchObject({ status: 'unmatched', client: null });
    const aside = rows.find(({ status }) => status === 'ready');
    if (!aside) throw new Error('fixture');
    await fresh.decide(aside.id, { kind: 'set-aside', reason: 'À traiter hors du lot' });
    const blocked = whole.findIndex(({ status }) => status === 'blocked');

    const again: DocumentRow[] = [];
    const progress: number[] = [];
    const summary = await fresh.knowClients(
      await freshImage(all),
      (chunk) => again.push(...chunk),
      (done) => progress.push(done),
    );
    expect(summary).toMatchObject({ ok: true, value: { shifted: false } });
    expect(again.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(again[at]).toMatchObject({ status: whole[at]?.status, client: late });
    expect(again[blocked]).toMatchObject({ status: 'blocked' });
    expect(progress.at(-1)).toBe(rows.length);
  }, 60_000);

  it('is a stale preview where there is none', async () => {
    const { session, imageOf } = await startSession();
    const nothing = () => undefined;
    expect(await session.knowClients(await imageOf([]), nothing, nothing)).toMatchObject({
      ok: false,
      error: { code: 'batch/preview-stale' },
    });
  });
});

/** Told in the row of the form whose number is somebody else's. */
describe('a number of another client', () => {
  it('says whose it is, among those who may be meant', async () => {
    const { session } = await startSession();
    const { rows } = await previewIn(session, { files, options });
    const blocked = rows.find(({ status }) => status === 'blocked');
    const owner = people.find(({ clientNumber }) => clientNumber === '1075');
    expect(blocked?.candidates.map(({ name }) => name)).toContain(owner?.name);
  });
});
