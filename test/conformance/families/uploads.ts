import type { Answer } from '../answer';
import type { Family } from '../check';
import { NotChecked } from '../finding';
import type { Kit } from '../kit';
import { contentDigest } from '../kit';
import { MEND } from '../mend';
import { unfinished } from '../raw';
import { t } from '../words';
import * as want from '../want';
import { sha256, specimen } from '../world';

const MEND_OFFSET = t(
  'Dites dans Upload-Offset combien d’octets sont vraiment gardés, et Upload-Complete: ?1 seulement quand tous y sont : le client reprend à cet octet.',
  'Say in Upload-Offset how many bytes are really kept, and Upload-Complete: ?1 only when all are there: the client goes on from that byte.',
);

const head = (kit: Kit, content: Uint8Array) => kit.call('headUpload', { places: { sha256: sha256(content) } });

/** A part of the content, from one byte to before another, as the client sends it. */
const part = (kit: Kit, content: Uint8Array, from: number, to: number, headers: Record<string, string> = {}) =>
  kit.call('putUpload', {
    places: { sha256: sha256(content) },
    headers: { 'Content-Range': `bytes ${from}-${to - 1}/${content.byteLength}`, ...headers },
    body: content.slice(from, to),
  });

function isAt(answer: Answer, offset: number, complete: boolean): void {
  const wanted = `Upload-Offset: ${offset}, Upload-Complete: ${complete ? '?1' : '?0'}`;
  const found = `${answer.status}, Upload-Offset: ${answer.headers.get('Upload-Offset') ?? '—'}, Upload-Complete: ${answer.headers.get('Upload-Complete') ?? '—'}`;
  want.that(answer, found.endsWith(wanted), t(wanted, wanted), MEND_OFFSET, t(found, found));
}

export const UPLOADS: Family = {
  name: 'uploads',
  title: t('Téléversements', 'Uploads'),
  samples: {
    headUpload: async (kit, world) => {
      const content = specimen(kit.fresh('sonde'));
      await world.upload(content);
      return { places: { sha256: sha256(content) } };
    },
    putUpload: async (kit) => {
      const content = specimen(kit.fresh('televersement'));
      return { places: { sha256: sha256(content) }, body: content };
    },
  },
  checks: [
    {
      id: 'putUpload',
      title: t(
        'reçoit un contenu entier, et le reçoit encore sans mal',
        'takes a whole content, and takes it again without harm',
      ),
      run: async (kit) => {
        const content = specimen(kit.fresh('entier'));
        const places = { sha256: sha256(content) };
        want.problem(await head(kit, content), 'not-found');
        for (const time of [1, 2]) {
          const answer = await kit.call('putUpload', { places, body: content });
          want.status(answer, 201);
          isAt(answer, content.byteLength, true);
          if (time === 1) isAt(await head(kit, content), content.byteLength, true);
        }
      },
    },
    {
      id: 'putUpload',
      title: t('reprend à l’octet, partie par partie', 'goes on at the byte, part by part'),
      run: async (kit) => {
        const content = specimen(kit.fresh('parties'));
        const first = await part(kit, content, 0, 10);
        want.status(first, 202, MEND_OFFSET);
        isAt(first, 10, false);
        isAt(await head(kit, content), 10, false);
        const ahead = await part(kit, content, 20, content.byteLength);
        want.problem(ahead, 'upload-offset-mismatch');
        want.header(ahead, 'Upload-Offset', '10', MEND['upload-offset-mismatch']);
        const twice = await part(kit, content, 0, 10);
        want.problem(twice, 'upload-offset-mismatch');
        isAt(await head(kit, content), 10, false);
        const last = await part(kit, content, 10, content.byteLength);
        want.status(last, 201, MEND_OFFSET);
        isAt(last, content.byteLength, true);
        isAt(await head(kit, content), content.byteLength, true);
      },
    },
    {
      id: 'putUpload',
      title: t('après une coupure, dit d’où reprendre', 'after a cut, says where to go on from'),
      run: async (kit) => {
        const content = specimen(kit.fresh('coupure'));
        const half = Math.floor(content.byteLength / 2);
        const places = { sha256: sha256(content) };
        const whole = {
          places,
          headers: { 'Content-Type': 'application/octet-stream', 'Content-Digest': contentDigest(content) },
        };
        const length = content.byteLength;
        await unfinished(kit, 'putUpload', whole, { length, start: content.slice(0, half), patience: 200 });
        const there = await head(kit, content);
        const offset = there.status === 404 ? 0 : Number(there.headers.get('Upload-Offset'));
        want.that(
          there,
          offset >= 0 && offset <= half && there.headers.get('Upload-Complete') !== '?1',
          t(`rien, ou au plus ${half} octets, incomplet`, `nothing, or at most ${half} bytes, not complete`),
          MEND_OFFSET,
          t(
            `${offset} octets, ${there.headers.get('Upload-Complete')}`,
            `${offset} bytes, ${there.headers.get('Upload-Complete')}`,
          ),
        );
        want.status(await part(kit, content, offset, content.byteLength), 201, MEND_OFFSET);
      },
    },
    {
      id: 'putUpload',
      title: t(
        'refuse un contenu entier qui n’est pas celui de son nom, et n’en garde rien',
        'refuses a whole content that is not that of its name, and keeps nothing of it',
      ),
      run: async (kit) => {
        const content = specimen(kit.fresh('abime'));
        const damaged = content.slice();
        damaged[damaged.length - 3] = 0x21;
        const places = { sha256: sha256(content) };
        const first = await kit.call('putUpload', { places, body: damaged });
        want.problem(first, 'digest-mismatch');
        want.status(first, 422, MEND['digest-mismatch']);
        want.problem(await head(kit, content), 'not-found');
        // In parts: only the end tells.
        want.status(await part(kit, content, 0, 10), 202);
        const range = { 'Content-Range': `bytes 10-${content.byteLength - 1}/${content.byteLength}` };
        const end = await kit.call('putUpload', { places, headers: range, body: damaged.slice(10) });
        want.status(end, 422, MEND['digest-mismatch']);
        want.problem(await head(kit, content), 'not-found');
      },
    },
    {
      id: 'putUpload',
      title: t('ne perd que la partie abîmée', 'drops only the damaged part'),
      run: async (kit) => {
        const content = specimen(kit.fresh('partie-abimee'));
        want.status(await part(kit, content, 0, 10), 202);
        const wrong = { 'Content-Digest': contentDigest(content) };
        const damaged = await part(kit, content, 10, content.byteLength, wrong);
        want.problem(damaged, 'digest-mismatch');
        want.status(damaged, 400, MEND['digest-mismatch']);
        isAt(await head(kit, content), 10, false);
        want.status(await part(kit, content, 10, content.byteLength), 201);
      },
    },
    {
      id: 'putUpload',
      title: t('refuse un Content-Range faux', 'refuses a wrong Content-Range'),
      run: async (kit) => {
        const content = specimen(kit.fresh('plage'));
        const places = { sha256: sha256(content) };
        for (const range of ['bytes 9-1/30', 'bytes 0-4/3', `bytes 0-1/${content.byteLength}`, 'octets 0-1/2']) {
          const answer = await kit.call('putUpload', { places, headers: { 'Content-Range': range }, body: content });
          want.problem(answer, 'invalid-range');
        }
      },
    },
    {
      id: 'putUpload',
      title: t('reçoit une partie de la taille annoncée', 'takes a part of the size it announces'),
      run: async (kit) => {
        const size = Math.min(kit.capabilities?.uploadPartBytes ?? 0, 16 * 1024 * 1024);
        if (size === 0) throw new NotChecked(t('uploadPartBytes inconnu', 'uploadPartBytes unknown'));
        const content = new Uint8Array(size + 10).fill(0x20);
        content.set(specimen(kit.fresh('grand')));
        want.status(await part(kit, content, 0, size), 202);
        want.status(await part(kit, content, size, content.byteLength), 201);
      },
    },
  ],
};
