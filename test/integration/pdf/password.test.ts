import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentRow } from '../../../src/core/documents/document-row';
import { openDocument } from '../../../src/vault/document-key';
import type { DocumentsSession } from '../../../workers/documents/documents-session';
import { fixture, traps } from './fictitious-office';
import { nodePdfium } from './node-pdfium';
import { qpdfCheck } from './qpdf';
import { prepareIn, previewIn, startSession } from './start-session';
import { readPlainPages } from '../../../workers/pdf/read-plain-pages';
import { samePages } from '../../../workers/pdf/same-pages';

const OPTIONS = { form: 'T183', naming: 'detect', taxYear: 2025 } as const;
const PERSON = '920817483 - Maxime Desormeaux-Pic.pdf';
const file = (name: string, as = name) => new File([fixture(`test/fixtures/traps/${name}`)], as);
const passwordOf = (name: string): string => traps.find((trap) => trap.file === name)?.password ?? '';

let session: DocumentsSession;
let batchKey: CryptoKey;
beforeEach(async () => {
  ({ session, batchKey } = await startSession());
});

async function unlock(password: string) {
  const rows: DocumentRow[] = [];
  const progress: number[] = [];
  const result = await session.unlock(
    password,
    (chunk) => rows.push(...chunk),
    (done) => progress.push(done),
  );
  return { result, rows, progress };
}

describe('one password for the batch', () => {
  it.each(['zipcrypto.zip', 'aes256.zip'])('%s: refused, then wrong, then ready under the same ids', async (name) => {
    const { rows } = await previewIn(session, { files: [file(name)], options: OPTIONS });
    expect(rows.map(({ refusal }) => refusal?.code)).toEqual(['archive/needs-password', 'archive/needs-password']);

    const wrong = await unlock('pas-le-bon');
    expect(wrong.rows.map(({ refusal }) => refusal?.code)).toEqual([
      'archive/wrong-password',
      'archive/wrong-password',
    ]);

    const right = await unlock(passwordOf(name));
    expect(right.progress).toEqual([1, 2]);
    expect(right.rows.map(({ id, status }) => [id, status])).toEqual(rows.map(({ id }) => [id, 'ready']));
    expect(right.result).toMatchObject({ ok: true, value: { counts: { ready: 2, refused: 0 } } });

    // The document itself was not locked: it goes as it is, with its fields.
    const { documents } = await prepareIn(session, batchKey);
    expect(documents.map(({ outcome }) => outcome)).toEqual(['prepared', 'prepared']);
  });

  it.each(['needs-password.pdf', 'needs-password-aes128.pdf'])(
    '%s goes as a decrypted copy: no password, same text, sound',
    async (name) => {
      const sound = file('t183-couple-one-email.zip');
      const { rows } = await previewIn(session, { files: [sound, file(name, PERSON)], options: OPTIONS });
      expect(rows.map(({ refusal }) => refusal?.code)).toEqual([undefined, undefined, 'pdf/needs-password']);
      expect((await unlock('pas-le-bon')).rows.at(-1)?.refusal?.code).toBe('pdf/wrong-password');

      const { rows: opened } = await unlock(passwordOf(name));
      expect(opened.at(-1)).toMatchObject({ status: 'ready', sourceName: PERSON });
      expect(opened.at(-1)?.issues).toContainEqual({ code: 'decrypted-copy', severity: 'note' });

      const { documents, fallbackBytes } = await prepareIn(session, batchKey);
      const document = documents.find(({ rowId }) => rowId === opened.at(-1)?.id);
      if (!document) throw new Error('nothing prepared');
      expect(document.outcome).toBe('prepared-derivative');
      const sealed = fallbackBytes.find(([id]) => id === document.sealed.id)?.[1] ?? new Uint8Array();
      const copy = await openDocument(sealed, document.sealed.wrappedKey, document.sealed.id, batchKey);
      const bytes = copy.ok ? copy.value : new Uint8Array();
      expect((await qpdfCheck(bytes)).code).toBe(0);

      const pdfium = await nodePdfium();
      const source = fixture(`test/fixtures/traps/${name}`);
      const before = await pdfium.withDocument(source, readPlainPages, passwordOf(name));
      const after = await pdfium.withDocument(bytes, readPlainPages);
      expect(before.ok && after.ok && samePages(before.value, after.value)).toBe(true);
    },
  );

  it('a decision taken before the password stands', async () => {
    const files = [file('t183-couple-one-email.zip'), file('needs-password.pdf', PERSON)];
    const { rows } = await previewIn(session, { files, options: OPTIONS });
    const [first] = rows;
    if (!first) throw new Error('no row');
    const before = await session.decide(first.id, { kind: 'set-aside', reason: 'essai' });
    const { rows: after } = await unlock(passwordOf('needs-password.pdf'));
    expect(before.ok ? before.value : []).toContainEqual(after[0]);
    expect(after[0]?.id).toBe(first.id);
  });
});
