import { beforeEach, describe, expect, it } from 'vitest';
import { signedCopyOf } from '../../../src/app/signed-copy';
import { appError } from '../../../src/core/app-error';
import type { FollowedEnvelope } from '../../../src/core/follow-up/followed-envelope';
import { err, ok } from '../../../src/core/result';
import type { Result } from '../../../src/core/result';
import { saveCopies, waitingCopies } from '../../../src/features/follow-up/save-copies';
import { sha256 } from '../../../src/vault/digest';
import { FakeFolder } from '../../fakes/fake-folder';
import { signedEnvelope } from '../../fakes/followed-envelopes';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const digestOf = (text: string) => sha256(bytesOf(text));

let folder: FakeFolder;
let saved: string[];
let names: Map<number, { name: string; code: string }>;
/** What the server answers, by envelope: the text of its signed copy, unless told otherwise. */
let answers: Map<string, Result<Uint8Array<ArrayBuffer>>>;
let envelopes: FollowedEnvelope[];

beforeEach(() => {
  folder = new FakeFolder();
  saved = [];
  names = new Map();
  answers = new Map();
  envelopes = [];
});

async function signed(id: string, client: number, formCode = 'T183'): Promise<void> {
  envelopes.push(signedEnvelope(id, client, await digestOf(`copie ${id}`), formCode));
  answers.set(id, ok(bytesOf(`copie ${id}`)));
}

/** As the service reads them: by the digest that the envelope names. */
const followUp = {
  client: (client: number) => names.get(client) ?? null,
  signedCopy: (envelopeId: string, documentId: string) =>
    signedCopyOf(
      {
        api: { signedDocument: async (id) => answers.get(id) ?? err(appError('api/offline')) },
      },
      envelopes,
      envelopeId,
      documentId,
      AbortSignal.timeout(1_000),
    ),
  markSaved: async (ids: readonly string[]) => {
    saved.push(...ids);
    return ok(null);
  },
};
const save = () => saveCopies(waitingCopies({ envelopes, saved }), folder.handle, followUp);

describe('signed copies into a folder', () => {
  it('each into its client’s own, namesakes apart, byte for byte, and once', async () => {
    names.set(1, { name: 'Jean Homonyme-Fictif', code: '1001' });
    names.set(2, { name: 'Jean Homonyme-Fictif', code: '1002' });
    await signed('a', 1);
    await signed('b', 2);
    expect(await save()).toEqual({ failure: null, wrong: [], folderLost: false });
    expect(folder.paths()).toEqual([
      '1001 Jean Homonyme-Fictif/Jean Homonyme-Fictif - T183 2025 - signé.pdf',
      '1002 Jean Homonyme-Fictif/Jean Homonyme-Fictif - T183 2025 - signé.pdf',
    ]);
    const [file] = folder.folders.get('1001 Jean Homonyme-Fictif')?.files.values() ?? [];
    expect(file).toEqual(bytesOf('copie a'));
    expect(saved).toEqual(['a-d', 'b-d']);
    expect(waitingCopies({ envelopes, saved })).toEqual([]);
  });

  it('under names that every file system takes, and never with a SIN', async () => {
    names.set(1, { name: '../Zoé "La/Reine": 046 454 286?', code: 'C:\\1001' });
    await signed('a', 1, 'TP-1000.TE');
    expect(await save()).toMatchObject({ failure: null });
    const [path = ''] = folder.paths();
    expect(path.split('/')).toHaveLength(2);
    expect(path).toContain('TP-1000.TE 2025 - signé.pdf');
    expect(path.replaceAll(/\D/g, '')).not.toContain('046454286');
  });

  it('the same form and year signed again stands beside the first, never over it', async () => {
    names.set(1, { name: 'Zoé Fictive', code: '1001' });
    await signed('a', 1);
    await save();
    await signed('b', 1);
    await save();
    await signed('c', 1);
    await save();
    const files = folder.folders.get('1001 Zoé Fictive')?.files ?? new Map<string, Uint8Array>();
    expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
      ['Zoé Fictive - T183 2025 - signé.pdf', 'copie a'],
      ['Zoé Fictive - T183 2025 - signé (2).pdf', 'copie b'],
      ['Zoé Fictive - T183 2025 - signé (3).pdf', 'copie c'],
    ]);
  });

  it('a copy that is not what was signed is not written, and the others go on', async () => {
    await signed('a', 1);
    await signed('b', 2);
    answers.set('a', ok(bytesOf('autre chose')));
    expect(await save()).toMatchObject({
      failure: { code: 'api/unexpected-answer' },
      wrong: ['a-d'],
      folderLost: false,
    });
    expect(saved).toEqual(['b-d']);
    expect(folder.paths()).toHaveLength(1);
  });

  it('offline, it stops and keeps what is left for the next time', async () => {
    await signed('a', 1);
    await signed('b', 2);
    answers.delete('b');
    expect(await save()).toMatchObject({ failure: { code: 'api/offline' }, wrong: [] });
    expect(waitingCopies({ envelopes, saved }).map(({ envelope }) => envelope.id)).toEqual(['b']);
    await signed('b', 2);
    envelopes.pop();
    expect(await save()).toMatchObject({ failure: null });
    expect(saved).toEqual(['a-d', 'b-d']);
  });

  it('without the right to write any more, nothing is marked, and the folder is asked for again', async () => {
    await signed('a', 1);
    folder.trouble.denied = true;
    expect(await save()).toEqual({ failure: { code: 'storage/folder-unavailable' }, wrong: [], folderLost: true });
    expect(saved).toEqual([]);
    folder.trouble.denied = false;
    expect(await save()).toMatchObject({ failure: null });
    expect(saved).toEqual(['a-d']);
  });

  it('a disk that fails in the middle leaves no half file behind', async () => {
    await signed('a', 1);
    folder.trouble.broken = true;
    expect(await save()).toMatchObject({ folderLost: true });
    expect([folder.paths(), saved]).toEqual([[], []]);
  });
});

describe('what counts as a signed copy', () => {
  it('a document that nobody signed has none', async () => {
    const unsigned = { ...signedEnvelope('a', 1, 'ab'), documents: [] };
    envelopes = [unsigned];
    expect(await followUp.signedCopy('a', 'a-d')).toMatchObject({
      ok: false,
      error: { code: 'api/unexpected-answer' },
    });
  });
});
