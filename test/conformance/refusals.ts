import { setTimeout as sleep } from 'node:timers/promises';
import type { ProblemCode } from '../../src/contract/problem.schema';
import type { Route } from '../../src/contract/route';
import { ROUTES } from '../../src/contract/routes';
import { isDocumented } from './answer';
import type { Check, Sample } from './check';
import { NotChecked } from './finding';
import type { CallOptions, Kit } from './kit';
import { contentDigest } from './kit';
import { unfinished } from './raw';
import { t } from './words';
import type { Words } from './words';
import * as want from './want';
import { sha256 } from './world';

/** A body that no server takes: 1 GiB, announced and never sent. */
const OUTSIZE = 1024 ** 3;

const TITLES: Partial<Readonly<Record<ProblemCode, Words>>> = {
  unauthorized: t('refuse une clé fausse ou absente', 'refuses a wrong or missing key'),
  'invalid-json': t('refuse un corps qui n’est pas du JSON', 'refuses a body that is not JSON'),
  'invalid-body': t('refuse un corps d’une autre forme', 'refuses a body of another shape'),
  'invalid-query': t('refuse un paramètre mal formé', 'refuses a malformed parameter'),
  'digest-mismatch': t('compare le corps à son Content-Digest', 'compares the body with its Content-Digest'),
  'body-too-large': t('refuse un corps démesuré', 'refuses an outsize body'),
  'unsupported-media-type': t('refuse un autre type de contenu', 'refuses another media type'),
  'idempotency-key-required': t('exige une Idempotency-Key', 'requires an Idempotency-Key'),
  'idempotency-in-progress': t(
    'refuse la seconde requête tant que la première court',
    'refuses the second request while the first is running',
  ),
  'precondition-required': t('exige If-Match', 'requires If-Match'),
  'precondition-failed': t('refuse une version dépassée', 'refuses an outdated version'),
  'not-found': t('répond 404 à ce qui n’existe pas', 'answers 404 to what does not exist'),
};

/** Codes that the families stage themselves, each in its own way. */
const STAGED_ELSEWHERE = new Set<ProblemCode>([
  'idempotency-key-reused',
  'already-delivered',
  'already-sent',
  'envelope-not-open',
  'invalid-range',
  'made-under-another-key',
  'not-signed',
  'office-not-found',
  'recipient-not-invited',
  'too-many-requests',
  'upload-missing',
  'upload-offset-mismatch',
]);

/** Of each route of a family, each refusal that any route may give: a sound call with one mistake in it. */
export function refusalChecks(samples: Readonly<Record<string, Sample>>): readonly Check[] {
  return Object.entries(samples).flatMap(([id, sample]) => {
    const route = ROUTES.find((one) => one.id === id);
    if (route === undefined) throw new Error(`no route ${id}`);
    return (route.problems as readonly ProblemCode[])
      .filter((code) => !STAGED_ELSEWHERE.has(code) && isStaged(route, code))
      .map((code) => ({
        id,
        title: TITLES[code] ?? t(code, code),
        run: async (kit, world) => {
          const sound = await sample(kit, world);
          await mistake(kit, route, code, sound);
        },
      }));
  });
}

/** The published API takes any page, and has no digests. */
function isStaged(route: Route, code: ProblemCode): boolean {
  // Nothing to name that could be elsewhere: the office's index is there, or is not.
  if (code === 'not-found' && !route.path.includes('{')) return false;
  if (!isDocumented(route)) return true;
  return code !== 'digest-mismatch' && code !== 'body-too-large' && code !== 'unsupported-media-type';
}

async function mistake(kit: Kit, route: Route, code: ProblemCode, sound: CallOptions): Promise<void> {
  switch (code) {
    case 'unauthorized':
      for (const key of [null, `fausse-${kit.mark}`]) want.problem(await kit.call(route.id, { ...sound, key }), code);
      return;
    case 'body-too-large':
      return tooLarge(kit, route, sound);
    case 'idempotency-in-progress':
      return inProgress(kit, route, sound);
    default:
      want.problem(await kit.call(route.id, withMistake(kit, route, code, sound)), code);
  }
}

function withMistake(kit: Kit, route: Route, code: ProblemCode, sound: CallOptions): CallOptions {
  const headers = sound.headers ?? {};
  switch (code) {
    case 'invalid-json':
      return { ...sound, body: '{' };
    case 'invalid-body':
      return { ...sound, body: { neverHeardOf: 1 } };
    case 'invalid-query':
      return { ...sound, query: { ...sound.query, limit: 0 } };
    case 'digest-mismatch':
      return { ...sound, headers: { ...headers, 'Content-Digest': contentDigest(new TextEncoder().encode(kit.mark)) } };
    case 'unsupported-media-type':
      return { ...sound, headers: { ...headers, 'Content-Type': 'text/plain' }, body: JSON.stringify(sound.body) };
    case 'idempotency-key-required':
      return Object.fromEntries(Object.entries(sound).filter(([name]) => name !== 'idempotencyKey'));
    case 'precondition-required':
      return { ...sound, headers: without(headers, ['If-Match', 'If-None-Match']) };
    case 'precondition-failed':
      return { ...sound, headers: { ...without(headers, ['If-None-Match']), 'If-Match': `"${kit.mark}"` } };
    case 'not-found':
      return { ...sound, places: nowhere(route) };
    default:
      throw new Error(`${route.id} ${code} is not staged`);
  }
}

const without = (headers: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));

/** Places at which there is nothing. A setting may have any name that is well formed. */
function nowhere(route: Route): Record<string, string | number> {
  const isNumber = isDocumented(route) || /\/(clients|tasks)\//.test(route.path);
  return {
    id: isNumber ? 2_000_000_000 : 'none',
    documentId: 'none',
    sha256: sha256('nothing is here'),
    thumbprint: 'none',
    form: 'none-of-this-name',
    name: route.method === 'PUT' ? 'Not A Name' : 'none-of-this-name',
  };
}

async function tooLarge(kit: Kit, route: Route, sound: CallOptions): Promise<void> {
  const length = OUTSIZE;
  const answer = await unfinished(kit, route.id, sound, { length, start: new Uint8Array(1), patience: 3000 });
  if (answer === null)
    throw new NotChecked(
      t(
        'le serveur attend le corps avant de juger de sa taille',
        'the server waits for the body before judging its size',
      ),
    );
  want.problem(kit.take(answer), 'body-too-large');
}

/** The first never ends its body; the second has one that could have no effect. */
async function inProgress(kit: Kit, route: Route, sound: CallOptions): Promise<void> {
  const idempotencyKey = kit.fresh('en-cours');
  const options = { ...sound, idempotencyKey };
  let code: unknown;
  await unfinished(kit, route.id, options, {
    length: null,
    start: new TextEncoder().encode('{'),
    patience: 0,
    meanwhile: async () => {
      // The first is on its way: when it counts as begun is not ours to see.
      await sleep(100);
      const answer = await kit.call(route.id, { ...options, body: { neverHeardOf: 1 } });
      code = answer.json?.['code'];
      if (code === 'idempotency-in-progress') want.problem(answer, code);
      else want.problem(answer, 'invalid-body');
    },
  });
  if (code === 'idempotency-in-progress') return;
  throw new NotChecked(
    t(
      'le serveur ne compte une requête comme commencée qu’une fois son corps entier',
      'the server counts a request as begun only once its body is whole',
    ),
  );
}
