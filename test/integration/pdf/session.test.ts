import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentRow } from '../../../src/core/documents/document-row';
import type { BatchId, RowId } from '../../../src/core/ids';
import { openDocument } from '../../../src/vault/document-key';
import type { DocumentsSession } from '../../../workers/documents/documents-session';
import { hasPrefix } from '../../../workers/pdf/verify-prepared';
import { fixture, people, toClient } from './fictitious-office';
import { nodePdfium } from './node-pdfium';
import { qpdfCheck } from './qpdf';
import { prepareIn, previewIn, startSession } from './start-session';

const OPTIONS = { form: 'T183', naming: 'detect', taxYear: 2025 } as const;
const BATCH = 'b1' as BatchId;

let session: DocumentsSession;
let batchKey: CryptoKey;

beforeEach(async () => {
  ({ session, batchKey } = await startSession());
});

const file = (path: string, name = path.split('/').at(-1) ?? path) => new File([fixture(path)], name);

const preview = (asked: Parameters<typeof previewIn>[1]) => previewIn(session, asked);
const prepare = (decisions?: Parameters<typeof prepareIn>[2]) => prepareIn(session, batchKey, decisions);

describe('25 forms, one of them blocked', () => {
  const request = { files: [file('public/fictif/t183-2025.zip')], options: OPTIONS };

  it('counts, digests and progress', async () => {
    const { result, rows, progress } = await preview(request);
    expect(rows).toHaveLength(25);
    expect(result).toMatchObject({ ok: true, value: { shifted: false } });
    expect(result.ok && result.value.counts.blocked).toBe(1);
    const counts = result.ok ? Object.values(result.value.counts) : [];
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(25);
    expect(progress.at(0)).toEqual([0, 25]);
    expect(progress.at(-1)).toEqual([25, 25]);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', fixture('public/fictif/t183-2025.zip')));
    const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(result.ok && result.value.sources).toEqual([
      { sha256: hex, size: fixture('public/fictif/t183-2025.zip').length },
    ]);
  });

  it('no row holds a SIN beyond what the file name itself writes', async () => {
    const { rows } = await preview(request);
    const text = JSON.stringify(rows.map((row) => ({ ...row, sourceName: '' })));
    for (const { sin } of people) if (sin) expect(text.includes(sin)).toBe(false);
  });

  it('prepares 24: prefix kept, qpdf clean, sealed under keys of their own', async () => {
    const { rows } = await preview(request);
    const decisions = rows.map(({ id }) => [id, { kind: 'confirm' }] as const);
    const { documents, refused, fallbackBytes } = await prepare(decisions);
    expect([documents.length, refused.length, fallbackBytes.length]).toEqual([24, 0, 24]);
    const blocked = rows.find(({ status }) => status === 'blocked');
    expect(documents.map(({ rowId }) => rowId)).not.toContain(blocked?.id);
    expect(new Set(documents.map(({ deliveryKey }) => deliveryKey)).size).toBe(24);
    for (const document of documents) {
      const sealed = fallbackBytes.find(([id]) => id === document.sealed.id)?.[1];
      const opened = sealed && (await openDocument(sealed, document.sealed.wrappedKey, document.sealed.id, batchKey));
      const bytes = opened?.ok ? opened.value : new Uint8Array();
      expect(bytes).toHaveLength(document.size);
      expect(document).toMatchObject({ outcome: 'prepared', form: 'T183', taxYear: 2025 });
      expect(document.fields).toHaveLength(4);
      expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(document.sha256).not.toBe(document.sourceSha256);
      expect((await qpdfCheck(bytes)).code).toBe(0);
    }
  }, 60_000);

  it('what the server already has is not sent again', async () => {
    await preview(request);
    const { documents } = await prepare();
    const delivered = documents.map(({ deliveryKey }) => ({
      deliveryKey,
      at: '2026-03-15T14:00:00Z',
      by: 'Poste fictif',
    }));
    const again = await preview({ ...request, delivered });
    expect(again.result.ok && again.result.value.counts['already-sent']).toBe(delivered.length);
    expect(again.result.ok && again.result.value.counts.ready).toBe(0);
    const sent = again.rows.filter(({ status }) => status === 'already-sent');
    expect(sent.map((row) => row.delivered)).toEqual(
      delivered.map(() => ({ at: '2026-03-15T14:00:00Z', by: 'Poste fictif' })),
    );
  });

  const listed = people.map(toClient);
  const blank = listed.map((client) => ({ ...client, sin: null }));

  it.each([
    // A masked print shows no number by which a list without any could know it again.
    ['without numbers is known again by a list that has them', blank, listed, 'all'],
    ['with numbers is known again, by those printed whole, by a list that has none', listed, blank, 'full'],
  ] as const)('what left by a list %s', async (_, first, then, known) => {
    const before = await startSession(first);
    const asked = await previewIn(before.session, request);
    const confirmed = asked.rows.map(({ id }) => [id, { kind: 'confirm' }] as const);
    const { documents } = await prepareIn(before.session, before.batchKey, confirmed);
    const full = new Set(asked.rows.flatMap(({ id, concordance }) => (concordance.grade === 'full' ? [id] : [])));
    const expected = documents.filter(({ rowId }) => known === 'all' || full.has(rowId));
    expect(expected.length).toBeGreaterThan(15);
    const after = await startSession(then);
    const delivered = documents.map(({ deliveryKey }) => ({ deliveryKey, at: '2026-03-15T14:00:00Z', by: null }));
    const again = await previewIn(after.session, { ...request, delivered });
    expect(again.result.ok && again.result.value.counts['already-sent']).toBe(expected.length);
  });

  it('numbers that imported documents showed of clients without any vouch for the next batch', async () => {
    const { session: later, batchKey: key } = await startSession(blank);
    const gradesOf = async () => (await previewIn(later, request)).rows.map(({ concordance }) => concordance.grade);
    expect(await gradesOf()).not.toContain('full');
    await prepareIn(later, key);
    expect((await gradesOf()).filter((grade) => grade === 'full').length).toBeGreaterThan(10);
  });

  it('numbers that its own sure documents show of clients without any vouch for the others of the batch', async () => {
    const te = file('test/fixtures/traps/tp-1000-te.pdf', 'Desormeaux-Pic, Maxime.pdf');
    const { session: unlisted } = await startSession(blank);
    const last = async (files: readonly File[]) => {
      const { rows, progress } = await previewIn(unlisted, { files, options: { ...OPTIONS, form: 'by-content' } });
      return { row: rows.at(-1), progress };
    };
    expect((await last([te])).row).toMatchObject({ status: 'unmatched', client: null });
    const beside = await last([...request.files, te]);
    expect(beside.row).toMatchObject({ status: 'ready', concordance: { grade: 'full' } });
    expect(beside.progress.at(-1)).toEqual([27, 27]);
    // What the batch showed goes with it: nothing of it was imported.
    expect((await last([te])).row).toMatchObject({ status: 'unmatched', client: null });
  });

  it('finds rows by status and by words without accents', async () => {
    const { rows } = await preview(request);
    const names = [...session.view({ status: 'all', search: 'aubepine' })].map((index) => rows[index]?.client?.name);
    expect(names).toEqual(['Geneviève Aubépine']);
    expect([...session.view({ status: 'blocked', search: '' })]).toHaveLength(1);
    expect([...session.view({ status: 'refused', search: '' })]).toHaveLength(0);
  });
});

describe('decisions', () => {
  it('a document assigned to a client is ready; taken back, it is as before', async () => {
    const trap = 'test/fixtures/traps/t183-no-sin.pdf';
    const { rows } = await preview({ files: [file(trap, 'numérisation 0042.pdf')], options: OPTIONS });
    const [row] = rows;
    const client = people.find(({ key }) => key === '1072-thomas-noisetier');
    if (!row || !client) throw new Error('fixture');
    expect(row.status).toBe('confirm');
    const assigned = await session.decide(row.id, { kind: 'assign', clientId: toClient(client).id });
    expect(assigned).toMatchObject({ ok: true, value: [{ status: 'ready', client: { name: 'Thomas Noisetier' } }] });
    expect(await session.decide(row.id, null)).toMatchObject({ ok: true, value: [{ status: 'confirm' }] });
  });

  it('an assignment never silences the content', async () => {
    const { rows } = await preview({
      files: [file('test/fixtures/traps/t183-of-another-client.pdf', 'copie.pdf')],
      options: OPTIONS,
    });
    const [row] = rows;
    const wrong = people.find(({ key }) => key === '1072-thomas-noisetier');
    if (!row || !wrong) throw new Error('fixture');
    const decided = await session.decide(row.id, { kind: 'assign', clientId: toClient(wrong).id });
    expect(decided).toMatchObject({
      ok: true,
      value: [{ status: 'blocked', concordance: { grade: 'contradiction' } }],
    });
    const result = await session.prepare(
      { batch: BATCH, batchKey, decisions: [[row.id, { kind: 'assign', clientId: toClient(wrong).id }]] },
      () => undefined,
    );
    expect(result).toEqual({ ok: false, error: { code: 'batch/nothing-to-import' } });
  });

  it('a contradiction is lifted by a reason that says something, by nothing less, and leaves once', async () => {
    const path = 'test/fixtures/traps/t183-of-another-client.pdf';
    const twice = [file(path, '092 - copie.pdf'), file(path, '093 - copie.pdf')];
    const wrong = people.find(({ key }) => key === '1072-thomas-noisetier');
    if (!wrong) throw new Error('fixture');
    const named = twice.map((it) => new File([it], `${wrong.sin} - Thomas Noisetier ${it.name.slice(0, 3)}.pdf`));
    const { rows } = await preview({ files: named.slice(0, 1), options: OPTIONS });
    const [row] = rows;
    if (!row) throw new Error('fixture');
    expect(row).toMatchObject({ status: 'blocked', concordance: { grade: 'contradiction' } });
    expect(await session.decide(row.id, { kind: 'confirm' })).toMatchObject({
      ok: true,
      value: [{ status: 'blocked' }],
    });
    const silent = { kind: 'override', reason: 'ok' } as const;
    expect(await session.decide(row.id, silent)).toMatchObject({ ok: true, value: [{ status: 'blocked' }] });
    const said = { kind: 'override', reason: 'vérifié au téléphone' } as const;
    expect(await session.decide(row.id, said)).toMatchObject({ ok: true, value: [{ status: 'ready' }] });
    const { documents } = await prepare([[row.id, said]]);
    expect(documents).toHaveLength(1);
    const delivered = documents.map(({ deliveryKey }) => ({ deliveryKey, at: '2026-03-15T14:00:00Z', by: null }));
    const again = await preview({ files: named.slice(0, 1), options: OPTIONS, delivered });
    const id = again.rows[0]?.id;
    expect(id && (await session.decide(id, said))).toMatchObject({ ok: true, value: [{ status: 'already-sent' }] });
  });

  it('a copy without internal pages leaves for consultation, and says that it is derived', async () => {
    const asked = {
      files: [file('test/fixtures/traps/internal-notes-page.pdf', '2025 T1 - Maxime Desormeaux-Pic.pdf')],
    };
    const { rows } = await preview({ ...asked, options: { ...OPTIONS, form: 'by-content' } });
    const [row] = rows;
    if (!row) throw new Error('fixture');
    expect(row).toMatchObject({
      status: 'blocked',
      issues: expect.arrayContaining([expect.objectContaining({ code: 'internal-page' })]),
    });
    const trimmed = { kind: 'without-internal-pages' } as const;
    const decided = await session.decide(row.id, trimmed);
    expect(decided).toMatchObject({ ok: true, value: [{ status: 'ready', placement: { kind: 'none-needed' } }] });
    expect(decided.ok && decided.value[0]?.pages.length).toBe(row.pages.length - 1);
    const { documents, fallbackBytes } = await prepare([[row.id, trimmed]]);
    expect(documents).toMatchObject([{ outcome: 'prepared-derivative', fields: [], pageCount: row.pages.length - 1 }]);
    const [document] = documents;
    const sealed = fallbackBytes[0]?.[1];
    const opened =
      document && sealed && (await openDocument(sealed, document.sealed.wrappedKey, document.sealed.id, batchKey));
    const bytes = opened && opened.ok ? opened.value : new Uint8Array();
    expect((await qpdfCheck(bytes)).code).toBe(0);
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('Notes Summary');
    expect(await session.decide(row.id, null)).toMatchObject({ ok: true, value: [{ status: 'blocked' }] });
  });

  it('set aside is left out; an unknown row is a stale preview', async () => {
    const { rows } = await preview({
      files: [file('test/fixtures/t183-2023.zip')],
      options: { ...OPTIONS, taxYear: 2023 },
    });
    const [first] = rows;
    if (!first) throw new Error('fixture');
    const { documents } = await prepare([
      ...rows.map(({ id }) => [id, { kind: 'confirm' }] as const),
      [first.id, { kind: 'set-aside', reason: 'à refaire' }],
    ]);
    expect(documents).toHaveLength(4);
    expect(await session.decide('nobody' as RowId, null)).toEqual({
      ok: false,
      error: { code: 'batch/preview-stale' },
    });
  });
});

describe('the batch', () => {
  it('a shift of names stops it whole', async () => {
    const { result, rows } = await preview({ files: [file('test/fixtures/traps/t183-shifted.zip')], options: OPTIONS });
    expect(result).toMatchObject({ ok: true, value: { shifted: true } });
    const decisions = rows.map(({ id }) => [id, { kind: 'confirm' }] as const);
    expect(await session.prepare({ batch: BATCH, batchKey, decisions }, () => undefined)).toEqual({
      ok: false,
      error: { code: 'batch/nothing-to-import' },
    });
  });

  it('the same form twice is sent once', async () => {
    const { rows } = await preview({ files: [file('test/fixtures/traps/same-file-twice.zip')], options: OPTIONS });
    expect(rows.map(({ status }) => status)).toEqual([expect.stringMatching(/ready|check/), 'blocked']);
    expect(rows[1]?.issues).toContainEqual({ code: 'duplicate-in-batch', severity: 'block' });
  });

  it('a couple with one e-mail: an envelope each, and a note', async () => {
    const { rows } = await preview({
      files: [file('test/fixtures/traps/t183-couple-one-email.zip')],
      options: OPTIONS,
    });
    expect(rows.map(({ recipients }) => recipients.map(({ name }) => name))).toEqual([
      ['Rosaire Saint-Mélèze'],
      ['Thérèse Saint-Mélèze'],
    ]);
    for (const { issues } of rows) {
      expect(issues).toContainEqual({ code: 'shared-email', severity: 'note' });
      expect(issues.map(({ code }) => code)).not.toContain('spouse-missing');
    }
  });

  it('the good entries of a bad archive go on', async () => {
    const { rows } = await preview({ files: [file('test/fixtures/traps/bad-crc.zip')], options: OPTIONS });
    expect(rows.map(({ status, refusal }) => [status === 'refused', refusal?.code])).toEqual([
      [false, undefined],
      [true, 'archive/damaged-entry'],
    ]);
  });

  it('an archive that cannot be listed fails with its reason', async () => {
    const codes = [];
    for (const name of ['not-a-zip.zip', 'empty-file.zip', 'truncated.zip', 'empty.zip', 'no-pdf.zip']) {
      const { result } = await preview({ files: [file(`test/fixtures/traps/${name}`)], options: OPTIONS });
      codes.push(result.ok ? 'ok' : result.error.code);
    }
    expect(codes).toEqual([
      'archive/not-a-zip',
      'archive/not-a-zip',
      'archive/truncated',
      'archive/empty',
      'archive/no-pdf',
    ]);
  });

  it('a source that changed since Aperçu is refused, the others go on', async () => {
    const good = file('test/fixtures/traps/t183-couple-one-email.zip');
    let bytes = fixture('test/fixtures/traps/t183-blank-date.pdf');
    const changing = file('test/fixtures/traps/t183-blank-date.pdf', '920817483 - Maxime Desormeaux-Pic.pdf');
    changing.arrayBuffer = async () => bytes.buffer;
    const { rows } = await preview({ files: [good, changing], options: OPTIONS });
    bytes = fixture('test/fixtures/traps/t183-no-labels.pdf');
    const { documents, refused } = await prepare(rows.map(({ id }) => [id, { kind: 'confirm' }] as const));
    expect(documents).toHaveLength(2);
    expect(refused.map(({ refusal }) => refusal?.code)).toEqual(['batch/source-changed']);
  });

  it('a signed PDF goes untouched, its fields in the envelope only', async () => {
    const name = '920817483 - Maxime Desormeaux-Pic.pdf';
    await preview({ files: [file('test/fixtures/traps/already-signed.pdf', name)], options: OPTIONS });
    const { documents } = await prepare();
    expect(documents).toMatchObject([{ outcome: 'untouched-signed' }]);
    expect(documents[0]?.sha256).toBe(documents[0]?.sourceSha256);
    expect(documents[0]?.fields.length).toBeGreaterThan(0);
  });

  describe('an owner password whose rights forbid new fields', () => {
    const protectedFiles = (sendAs = '920817483 - Maxime Desormeaux-Pic.pdf') =>
      ['owner-password-only.pdf', 'owner-password-only-aes128.pdf'].map((trap) => [
        file(`test/fixtures/traps/${trap}`, sendAs),
        fixture(`test/fixtures/traps/${trap}`),
      ]) as [File, Uint8Array<ArrayBuffer>][];
    const lift = async (reason: string | null) => {
      const rows: DocumentRow[] = [];
      const progress: number[] = [];
      const result = await session.liftRights(
        reason,
        (chunk) => rows.push(...chunk),
        (done) => progress.push(done),
      );
      return { result, rows, progress };
    };

    it('stays here until the office decides with a reason, which may be taken back', async () => {
      const [[owner] = []] = protectedFiles();
      const sound = file('test/fixtures/traps/t183-couple-one-email.zip');
      const { rows } = await preview({ files: [sound, ...(owner ? [owner] : [])], options: OPTIONS });
      const row = rows[2];
      if (!row) throw new Error('fixture');
      expect(row).toMatchObject({
        status: 'blocked',
        concordance: { grade: 'full' },
        issues: expect.arrayContaining([{ code: 'changes-forbidden', severity: 'block' }]),
        file: { locked: false, traits: { encrypted: true, withheld: expect.arrayContaining(['changes']) } },
      });
      expect(await session.decide(row.id, { kind: 'confirm' })).toMatchObject({
        ok: true,
        value: [{ status: 'blocked' }],
      });
      const override = { kind: 'override', reason: 'vérifié au téléphone' } as const;
      expect(await session.decide(row.id, override)).toMatchObject({ ok: true, value: [{ status: 'blocked' }] });
      expect((await prepare([[row.id, override]])).documents.map(({ rowId }) => rowId)).not.toContain(row.id);
      await session.decide(row.id, null);

      expect((await lift('ok')).rows[2]).toMatchObject({ id: row.id, status: 'blocked' });
      const lifted = await lift('mot de passe de notre logiciel');
      expect(lifted.progress).toEqual([1]);
      expect(lifted.rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
      expect(lifted.rows[2]).toMatchObject({
        status: 'ready',
        issues: expect.arrayContaining([{ code: 'changes-forbidden', severity: 'note' }]),
      });
      expect((await lift(null)).rows[2]).toMatchObject({ status: 'blocked' });
      const { documents, despiteRights, rightsReason } = await prepare();
      expect([documents.length, despiteRights, rightsReason]).toEqual([2, [], null]);
    });

    it('lifts nothing else: somebody else’s document stays blocked', async () => {
      const thomas = people.find(({ key }) => key === '1072-thomas-noisetier');
      const [[owner] = []] = protectedFiles(`${thomas?.sin} - Thomas Noisetier.pdf`);
      if (!owner) throw new Error('fixture');
      await preview({ files: [owner], options: OPTIONS });
      expect((await lift('mot de passe de notre logiciel')).rows).toMatchObject([
        { status: 'blocked', concordance: { grade: 'contradiction' } },
      ]);
    });

    it('is then stamped under its own encryption, its rights kept, and named among those', async () => {
      for (const [upload, source] of protectedFiles()) {
        await preview({ files: [upload], options: OPTIONS });
        await lift('mot de passe de notre logiciel');
        const { documents, despiteRights, rightsReason, fallbackBytes } = await prepare();
        const [document] = documents;
        if (!document) throw new Error('nothing prepared');
        expect([despiteRights, rightsReason]).toEqual([[document.sealed.id], 'mot de passe de notre logiciel']);
        expect(document.outcome).toBe('prepared');
        const sealed = fallbackBytes[0]?.[1] ?? new Uint8Array();
        const opened = await openDocument(sealed, document.sealed.wrappedKey, document.sealed.id, batchKey);
        const bytes = opened.ok ? opened.value : new Uint8Array();
        expect(hasPrefix(bytes, source)).toBe(true);
        expect((await qpdfCheck(bytes)).code).toBe(0);
        const pdfium = await nodePdfium();
        const rights = (of: Uint8Array) =>
          pdfium.withDocument(of, ({ pdfium: library, handle }) => library.FPDF_GetDocUserPermissions(handle));
        expect(await rights(bytes)).toEqual(await rights(source));
      }
    });
  });
});
