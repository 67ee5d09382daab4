/**
 * What may lie in IndexedDB: for each table its exact fields and what each may hold. Anything else found there is a leak
 * (`checkRecord`, used by the tests that read a whole profile back).
 */
export type Shape =
  | 'random-id'
  | 'random-ids'
  | 'link-pack'
  | 'pack-name'
  | 'setting-name'
  | 'count'
  | 'counts'
  | 'epoch-ms'
  | 'ciphertext'
  | 'ciphertext-or-erased'
  | 'salt'
  | 'credential-id'
  | 'public-key'
  | 'private-crypto-key'
  | 'public-crypto-key'
  | { readonly oneOf: readonly (string | number)[] }
  | { readonly either: readonly Fields[] };

export type Fields = Readonly<Record<string, Shape>>;

const ARGON2ID: Fields = {
  name: { oneOf: ['argon2id'] },
  memoryKiB: 'count',
  iterations: 'count',
  parallelism: 'count',
  salt: 'salt',
};
const PRF: Fields = { name: { oneOf: ['prf-hkdf'] }, salt: 'salt', credentialId: 'credential-id' };

export const RECORD_SHAPES: Readonly<Record<string, { readonly either: readonly Fields[] }>> = {
  keySlots: {
    either: [
      {
        id: 'random-id',
        profile: 'random-id',
        kind: { oneOf: ['passphrase', 'prf'] },
        kdf: { either: [ARGON2ID, PRF] },
        wrapped: 'ciphertext',
        approvalPublicKey: 'public-key',
        approvalPrivateKey: 'ciphertext',
      },
    ],
  },
  deviceKeys: {
    either: [{ id: { oneOf: ['device'] }, privateKey: 'private-crypto-key', publicKey: 'public-crypto-key' }],
  },
  settings: { either: [{ name: 'setting-name', sealed: 'ciphertext' }] },
  deployment: {
    either: [
      { name: { oneOf: ['language'] }, value: { oneOf: ['fr', 'en'] } },
      { name: { oneOf: ['theme'] }, value: { oneOf: ['system', 'light', 'dark'] } },
      { name: { oneOf: ['client-columns'] }, value: 'count' },
      { name: { oneOf: ['sync'] }, value: { oneOf: ['running', 'paused'] } },
    ],
  },
  clientChunks: { either: [{ id: 'random-id', sealed: 'ciphertext' }] },
  clientSnapshot: { either: [{ id: { oneOf: ['current'] }, revision: 'count', sealed: 'ciphertext' }] },
  clientLinks: { either: [{ localId: 'random-id', serverId: 'count' }] },
  clientLinkPacks: { either: [{ id: 'link-pack', localIds: 'random-ids', serverIds: 'counts' }] },
  batches: {
    either: [
      {
        id: 'random-id',
        kind: { oneOf: ['clients', 'documents', 'tasks', 'follow-up'] },
        createdAt: 'epoch-ms',
        wrappedKey: 'ciphertext-or-erased',
        state: { oneOf: ['kept', 'erased'] },
      },
    ],
  },
  outbox: {
    either: [
      {
        id: 'random-id',
        batch: 'random-id',
        order: 'count',
        lane: { oneOf: ['waiting', 'sending', 'needs-sign-in', 'held', 'rejected', 'by-hand', 'done'] },
        dueAt: 'epoch-ms',
        revision: 'count',
        sealed: 'ciphertext',
      },
    ],
  },
  documents: {
    either: [
      {
        id: 'random-id',
        batch: 'random-id',
        pack: 'pack-name',
        offset: 'count',
        length: 'count',
        wrappedKey: 'ciphertext',
      },
    ],
  },
  documentBytes: { either: [{ id: 'random-id', sealed: 'ciphertext' }] },
  journal: { either: [{ seq: 'count', sealed: 'ciphertext' }] },
};
