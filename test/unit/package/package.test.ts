import { describe, expect, it } from 'vitest';
import type { BatchId } from '../../../src/core/ids';
import { planPackage } from '../../../src/core/package/package-plan';
import { safeName, uniqueNames } from '../../../src/core/package/safe-name';
import { planDocumentEntries } from '../../../src/core/outbox/plan-document-entries';
import { verifyPackage } from '../../tools/verify-package';
import { archiveOf, envelopeOf, pdfOf } from '../../fakes/package-archive';
import { preparedOf } from '../../fakes/prepared-documents';

describe('names in a package', () => {
  it.each([
    ['A/B\\C:D*?"<>|', 'A B C D'],
    ['..', '_'],
    ['fin. ', 'fin'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['x'.repeat(200), 'x'.repeat(80)],
    ['a\u202Eb\u0000c', 'a b c'],
  ])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe));

  it('hold no SIN, even where it is the client number', () => {
    expect(safeName('046454286 Zoé Fictive')).not.toMatch(/\d{4}/);
    expect(safeName('046 454 286 Zoé')).toContain('286 Zoé');
  });

  it('are unique whatever their capitals', () => {
    const unique = uniqueNames();
    expect([unique('T183', '.pdf'), unique('t183', '.pdf'), unique('T183', '.pdf')]).toEqual([
      'T183.pdf',
      't183 (2).pdf',
      'T183 (3).pdf',
    ]);
  });
});

describe('the plan of a package', () => {
  it('is a folder per client, also for namesakes and several envelopes', () => {
    const [part = []] = planPackage([
      envelopeOf('1', 'Zoé Fictive', 'a', 'b'),
      envelopeOf('1', 'Zoé Fictive', 'c'),
      envelopeOf('1', 'ZOÉ Fictive', 'd'),
    ]);
    expect(part.flatMap(({ files }) => files.map(({ path }) => path))).toEqual([
      '1 Zoé Fictive/T183, 2025.pdf',
      '1 Zoé Fictive/T183, 2025 (2).pdf',
      '1 Zoé Fictive/T183, 2025 (3).pdf',
      '1 ZOÉ Fictive (2)/T183, 2025.pdf',
    ]);
  });

  it('begins another archive before the limits, and cuts no envelope in two', () => {
    const envelopes = [envelopeOf('1', 'A', 'a', 'b'), envelopeOf('2', 'B', 'c'), envelopeOf('3', 'C', 'd')];
    const counts = (limits: { bytes: number; files: number }) =>
      planPackage(envelopes, limits).map((part) => part.length);
    expect(counts({ bytes: 1e9, files: 3 })).toEqual([2, 1]);
    expect(counts({ bytes: pdfOf('a').length * 2, files: 99 })).toEqual([1, 2]);
    expect(counts({ bytes: 1, files: 99 })).toEqual([1, 1, 1]);
  });
});

describe('the archive', () => {
  const envelopes = [envelopeOf('1001', 'Éloïse Fictive', 'a', 'b'), envelopeOf('1002', 'Réal Inventé', 'c')];

  it('is verified by a checker of its own, and the same batch gives the same bytes', async () => {
    const archive = await archiveOf(envelopes);
    expect(verifyPackage(archive)).toEqual({ files: 3, faults: [] });
    expect(archive.equals(await archiveOf(envelopes))).toBe(true);
  });

  it('tells the labels and the day that a folder is to have, in the sheet and in the manifest', async () => {
    const [first] = envelopes;
    if (!first) throw new Error('fixture');
    const marks = { labels: ['Saison 2026', 'À relancer'], followUpOn: '2026-05-15' };
    const archive = await archiveOf([{ ...first, draft: { ...first.draft, ...marks } }]);
    expect(verifyPackage(archive)).toEqual({ files: 2, faults: [] });
    const text = archive.toString('utf8');
    expect(text).toContain('Titre du dossier sécurisé;Étiquettes;Suivi le;Usage');
    expect(text).toContain('Vos documents;Saison 2026, À relancer;2026-05-15;Signature');
    expect(text).toContain('"followUpOn": "2026-05-15"');
    const without = (await archiveOf(envelopes)).toString('utf8');
    expect(without).toContain('Vos documents;;;Signature');
    expect(without).not.toMatch(/"labels"|"followUpOn"/);
  });

  it('shows a changed byte, a changed manifest and a file too many', async () => {
    const archive = await archiveOf(envelopes);
    const inPdf = Buffer.from(archive);
    inPdf.write('FICTIF', archive.indexOf('fictif'));
    expect(verifyPackage(inPdf).faults.join()).toContain('SHA-256 differs');
    const inManifest = Buffer.from(archive);
    inManifest.write('1009', archive.lastIndexOf('"clientCode": "1001"') + 15);
    expect(verifyPackage(inManifest).faults.join()).toContain('digest differs');
    expect(() => verifyPackage(Buffer.from('rien'))).toThrow('not a ZIP');
  });
});

it('without the extension, documents become envelopes to hand over: no upload, no invitation', () => {
  let made = 0;
  const plan = planDocumentEntries([preparedOf('d1', 'a'), preparedOf('d2', 'b')], {
    batch: 'b' as BatchId,
    now: 1,
    newId: <T extends string>() => `id${(made += 1)}` as T,
    emailTemplateId: '',
    folderTitle: 'Vos documents',
    pendingCreates: new Map(),
    pendingInvitations: new Map(),
    invitedAddresses: new Set(),
    byHand: true,
  });
  expect(plan.entries.map(({ task, state }) => [task.kind, state.kind])).toEqual([
    ['hand-envelope', 'by-hand'],
    ['hand-envelope', 'by-hand'],
  ]);
  expect(plan.envelopes).toBe(2);
});
