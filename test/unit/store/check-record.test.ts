import { describe, expect, it } from 'vitest';
import { checkRecord } from '../../../src/store/check-record';
import { Database } from '../../../src/store/database';
import { RECORD_SHAPES } from '../../../src/store/record-shapes';

const ID = '0123456789abcdef0123456789abcdef';
const sealed = new Uint8Array(29).fill(7);
sealed[0] = 1;
const outbox = { id: ID, batch: ID, order: 0, lane: 'waiting', dueAt: 1_770_000_000_000, revision: 1, sealed };

describe('the allow-list', () => {
  it('names every table of the database, and no other', () => {
    expect(Object.keys(RECORD_SHAPES).toSorted()).toEqual(new Database().tables.map(({ name }) => name).toSorted());
  });

  it('lets pass what fits', () => {
    expect(checkRecord('outbox', outbox)).toEqual([]);
    expect(checkRecord('outbox', { ...outbox, dueAt: 0 })).toEqual([]);
    expect(checkRecord('clientLinks', { localId: ID, serverId: 12 })).toEqual([]);
  });

  it.each<[string, string, unknown, string[]]>([
    ['a field more', 'outbox', { ...outbox, name: 'x' }, ['outbox.name']],
    ['a field less', 'journal', { seq: 1 }, ['journal.sealed']],
    ['a name for an id', 'clientLinks', { localId: 'felicite-tremblay', serverId: 1 }, ['clientLinks.localId']],
    ['a SIN for an id', 'outbox', { ...outbox, batch: '000000018' }, ['outbox.batch']],
    ['a SIN for a time', 'outbox', { ...outbox, dueAt: 123_456_782 }, ['outbox.dueAt']],
    ['an unknown lane', 'outbox', { ...outbox, lane: 'urgent' }, ['outbox.lane']],
    ['text for ciphertext', 'journal', { seq: 1, sealed: 'ouvert' }, ['journal.sealed']],
    [
      'a PDF for ciphertext',
      'documentBytes',
      { id: ID, sealed: new TextEncoder().encode('%PDF-1.7 '.repeat(9)) },
      ['documentBytes.sealed'],
    ],
    ['a setting named for a person', 'settings', { name: 'Tremblay, Jean', sealed }, ['settings.name']],
    ['another theme', 'deployment', { name: 'theme', value: 'Jean' }, ['deployment.value']],
    [
      'another file name',
      'documents',
      { id: ID, batch: ID, pack: 'T183.pdf', offset: 0, length: 1, wrappedKey: sealed },
      ['documents.pack'],
    ],
    ['an unknown table', 'clients', {}, ['clients']],
    ['no record', 'outbox', 'x', ['outbox']],
  ])('finds %s', (_, table, record, found) => {
    expect(checkRecord(table, record)).toEqual(found);
  });

  it('looks inside the derivation of a slot', () => {
    const slot = {
      id: ID,
      profile: ID,
      kind: 'passphrase',
      kdf: { name: 'argon2id', memoryKiB: 1, iterations: 1, parallelism: 1, salt: new Uint8Array(16), hint: 'chat' },
      wrapped: sealed,
      approvalPublicKey: new Uint8Array(91),
      approvalPrivateKey: sealed,
    };
    expect(checkRecord('keySlots', slot)).toEqual(['keySlots.kdf.hint']);
  });
});
