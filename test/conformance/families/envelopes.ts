import type { Answer } from '../answer';
import { isKnownCode } from '../answer';
import type { Check, Family } from '../check';
import { effectChecks } from '../effects';
import type { Kit } from '../kit';
import { MEND, MEND_REPLAY } from '../mend';
import { wholeList } from '../whole-list';
import { t } from '../words';
import type { Words } from '../words';
import * as want from '../want';
import type { EnvelopeBody } from '../world';
import { sha256 } from '../world';
import { WITHDRAWAL } from './withdrawal';

const make = (kit: Kit, body: unknown, idempotencyKey = kit.fresh('enveloppe')) =>
  kit.call('createEnvelope', { body, idempotencyKey });

const keyOf = (body: EnvelopeBody): string => String(body.documents[0]?.['deliveryKey']);

/** Envelopes that hold the delivery key, of all that the server lists. */
async function holders(kit: Kit, deliveryKey: string): Promise<readonly string[]> {
  const all = await wholeList(kit, 'listDeliveries', { limit: 200, query: { taxYear: 2025 } });
  return all.filter((row) => String(row['deliveryKey']) === deliveryKey).map((row) => String(row['envelopeId']));
}

async function heldBy(kit: Kit, answer: Answer, deliveryKey: string, envelopeIds: readonly string[]): Promise<void> {
  const found = await holders(kit, deliveryKey);
  const shown = envelopeIds.length === 0 ? '—' : envelopeIds.join(', ');
  want.that(
    answer,
    found.join() === envelopeIds.join(),
    t(`GET deliveries : clé de livraison tenue par ${shown}`, `GET deliveries: delivery key held by ${shown}`),
    MEND['already-delivered'],
    t(`tenue par ${found.join(', ') || '—'}`, `held by ${found.join(', ') || '—'}`),
  );
}

/** Bodies that are of the right shape and yet cannot be. */
const IMPOSSIBLE: readonly (readonly [Words, (body: EnvelopeBody) => object])[] = [
  [t('un client inconnu', 'an unknown client'), () => ({ clientId: 2_000_000_000 })],
  [t('un modèle de courriel inconnu', 'an unknown e-mail template'), () => ({ emailTemplateId: 'none-of-this-name' })],
  [t('un champ pour personne', 'a field for nobody'), (body) => withField(body, { recipient: 'r9' })],
  [t('un champ après la dernière page', 'a field after the last page'), (body) => withField(body, { page: 3 })],
  [
    t('une partie d’heure sur une signature', 'a part of a time on a signature'),
    (body) => withField(body, { part: 'hh' }),
  ],
  [t('un rectangle sans largeur', 'a rectangle without width'), (body) => withField(body, { rect: [40, 113, 0, 28] })],
  [t('rien à signer', 'nothing to sign'), (body) => withDocument(body, { fields: [] })],
  [
    t('deux destinataires du même id', 'two recipients with one id'),
    (body) => ({ recipients: [...(body['recipients'] as object[]), ...(body['recipients'] as object[])] }),
  ],
];

/** What labels and a day to follow up cannot be. */
const IMPOSSIBLE_MARKS: readonly (readonly [Words, object])[] = [
  [t('une étiquette en double', 'a label twice'), { labels: ['Spécimen', 'Spécimen'] }],
  [t('une étiquette vide', 'an empty label'), { labels: ['Spécimen', ' '] }],
  [t('une étiquette de 101 caractères', 'a label of 101 characters'), { labels: ['x'.repeat(101)] }],
  [t('51 étiquettes', '51 labels'), { labels: Array.from({ length: 51 }, (_, n) => `Spécimen ${n}`) }],
  [t('un suivi le 30 février', 'a follow-up on 30 February'), { followUpOn: '2026-02-30' }],
];

const MARKS: readonly Check[] = [
  {
    id: 'createEnvelope',
    needs: 'envelope-labels',
    title: t(
      'garde les étiquettes et le jour de suivi, même passé, et les rend après l’envoi',
      'keeps the labels and the follow-up day, a past one too, and gives them back once sent',
    ),
    run: async (kit, world) => {
      const given = { labels: ['Spécimen fictif', 'À relancer'], followUpOn: '2026-01-15' };
      const { id } = await world.sent(given);
      const read = await kit.call('getEnvelope', { places: { id } });
      const { labels, followUpOn } = read.json['data'] as unknown as Record<string, unknown>;
      want.that(
        read,
        JSON.stringify({ labels, followUpOn }) === JSON.stringify(given),
        t(JSON.stringify(given), JSON.stringify(given)),
        t(
          'Rendez labels et followUpOn tels qu’ils ont été donnés. Un jour passé n’est pas une faute : l’enveloppe a pu attendre le réseau.',
          'Answer labels and followUpOn as they were given. A past day is no mistake: the envelope may have waited for the network.',
        ),
        t(JSON.stringify({ labels, followUpOn }), JSON.stringify({ labels, followUpOn })),
      );
    },
  },
  {
    id: 'createEnvelope',
    needs: 'envelope-labels',
    title: t(
      'sans étiquettes ni suivi, dit qu’il n’y en a pas',
      'without labels or follow-up, says that there are none',
    ),
    run: async (_, world) => {
      const { first } = await world.sharedDraft();
      const { labels, followUpOn } = first.json['data'] as unknown as Record<string, unknown>;
      want.that(
        first,
        JSON.stringify(labels) === '[]' && followUpOn === null,
        t('labels: [], followUpOn: null', 'labels: [], followUpOn: null'),
        t('Rendez une liste vide et null.', 'Answer an empty list and null.'),
        t(JSON.stringify({ labels, followUpOn }), JSON.stringify({ labels, followUpOn })),
      );
    },
  },
  ...IMPOSSIBLE_MARKS.map(([what, over]): Check => ({
    id: 'createEnvelope',
    needs: 'envelope-labels',
    title: t(`refuse ${what.fr}`, `refuses ${what.en}`),
    run: async (kit, world) => want.problem(await make(kit, (await world.envelopeBody(over)).body), 'invalid-body'),
  })),
];

const withDocument = (body: EnvelopeBody, over: object) => ({ documents: [{ ...body.documents[0], ...over }] });
const withField = (body: EnvelopeBody, over: object) =>
  withDocument(body, { fields: [{ kind: 'signature', recipient: 'r1', page: 1, rect: [40, 113, 190, 28], ...over }] });

const ONCE: readonly Check[] = [
  {
    id: 'createEnvelope',
    title: t(
      'refuse un document déjà livré, en disant par qui et quand',
      'refuses a document that was delivered, saying by whom and when',
    ),
    run: async (kit, world) => {
      const made = await world.sent();
      const late = await make(kit, made.body);
      want.problem(late, 'already-delivered');
      const { deliveryKey, envelopeId, deliveredBy, sentAt } = late.json as unknown as Record<string, unknown>;
      want.that(
        late,
        deliveryKey === keyOf(made.body) &&
          envelopeId === made.id &&
          typeof sentAt === 'string' &&
          typeof deliveredBy === 'string' &&
          deliveredBy !== '',
        t(
          `l’enveloppe ${made.id}, deliveredBy, et sentAt daté`,
          `the envelope ${made.id}, deliveredBy, and a dated sentAt`,
        ),
        MEND['already-delivered'],
        t(late.text, late.text),
      );
      await heldBy(kit, late, keyOf(made.body), [made.id]);
    },
  },
  {
    id: 'createEnvelope',
    title: t(
      'un brouillon tient sa clé de livraison, sentAt étant nul',
      'a draft holds its delivery key, sentAt being null',
    ),
    run: async (kit, world) => {
      const made = await world.sharedDraft();
      const late = await make(kit, made.body);
      want.problem(late, 'already-delivered');
      want.that(
        late,
        (late.json['sentAt'] as unknown) === null,
        t('sentAt: null', 'sentAt: null'),
        t(
          'sentAt reste nul tant que l’enveloppe n’est qu’un brouillon : l’autre poste attend au lieu de croire à un envoi.',
          'sentAt stays null while the envelope is a draft: the other workstation waits instead of believing that it was sent.',
        ),
        t(late.text, late.text),
      );
    },
  },
  {
    id: 'createEnvelope',
    title: t('de deux postes à la fois, un seul livre', 'of two workstations at once, only one delivers'),
    run: async (kit, world) => {
      const { body } = await world.envelopeBody();
      const keys = [kit.fresh('poste'), kit.fresh('poste'), kit.fresh('poste')];
      const answers = await Promise.all(keys.map((key) => make(kit, body, key)));
      const done = answers.filter(({ status }) => status === 201);
      answers.forEach((answer, index) => {
        if (answer.status === 201) world.withdraw(String(answer.json['data']?.['id']), keys[index] ?? '');
      });
      const [any] = done.length > 0 ? done : answers;
      if (any === undefined) return;
      want.that(
        any,
        done.length === 1,
        t('une seule des trois requêtes répond 201', 'only one of the three requests answers 201'),
        MEND['already-delivered'],
        t(answers.map(({ status }) => status).join(', '), answers.map(({ status }) => status).join(', ')),
      );
      for (const answer of answers.filter(({ status }) => status !== 201)) want.problem(answer, 'already-delivered');
      await heldBy(kit, any, keyOf(body), [String(any.json['data']?.['id'])]);
    },
  },
  {
    id: 'createEnvelope',
    title: t('la même requête deux fois à la fois n’a qu’un effet', 'the same request twice at once has one effect'),
    run: async (kit, world) => {
      const { body } = await world.envelopeBody();
      const key = kit.fresh('double');
      const answers = await Promise.all([make(kit, body, key), make(kit, body, key)]);
      for (const answer of answers) {
        const code = String(answer.json?.['code'] ?? '');
        if (answer.status === 201) world.withdraw(String(answer.json['data']?.['id']), key);
        want.that(
          answer,
          answer.status === 201 || (isKnownCode(code) && code === 'idempotency-in-progress'),
          t('201, ou 409 idempotency-in-progress', '201, or 409 idempotency-in-progress'),
          MEND_REPLAY,
        );
      }
      const ids = new Set(
        answers.filter(({ status }) => status === 201).map(({ json }) => String(json['data']?.['id'])),
      );
      const [any] = answers;
      want.that(
        any,
        ids.size === 1,
        t('une seule enveloppe', 'one envelope'),
        MEND_REPLAY,
        t([...ids].join(', '), [...ids].join(', ')),
      );
      await heldBy(kit, any, keyOf(body), [...ids]);
    },
  },
];

export const ENVELOPES: Family = {
  name: 'envelopes',
  title: t('Enveloppes et livraisons', 'Envelopes and deliveries'),
  samples: {
    createEnvelope: async (kit, world) => ({
      body: (await world.envelopeBody()).body,
      idempotencyKey: kit.fresh('enveloppe'),
    }),
    sendEnvelope: async (kit, world) => ({
      places: { id: (await world.sharedDraft()).id },
      body: {},
      idempotencyKey: kit.fresh('envoi'),
    }),
    deleteEnvelope: async (kit, world) => ({
      places: { id: (await world.sharedSent()).id },
      idempotencyKey: kit.fresh('retrait'),
    }),
    listEnvelopes: async () => ({}),
    getEnvelope: async (_, world) => ({ places: { id: (await world.sharedDraft()).id } }),
    getDocumentContent: async (_, world) => {
      const { id, documentId } = await world.sharedDraft();
      return { places: { id, documentId } };
    },
    listDeliveries: async () => ({}),
    listMail: async () => ({}),
  },
  checks: [
    {
      id: 'createEnvelope',
      title: t(
        'fait un brouillon de ce qui a été envoyé, champs compris',
        'makes a draft of what was sent, fields included',
      ),
      run: async (_, world) => {
        const { first, body } = await world.sharedDraft();
        const data = first.json['data'] as unknown as { status: string; sentAt: unknown; documents: object[] };
        const fields = (document: object | undefined) => JSON.stringify((document as { fields?: unknown })?.fields);
        want.that(
          first,
          data.status === 'draft' && data.sentAt === null && fields(data.documents[0]) === fields(body.documents[0]),
          t('draft, sentAt: null, et les champs tels quels', 'draft, sentAt: null, and the fields as they were'),
          t(
            'Rendez l’enveloppe telle qu’elle est gardée : un rectangle déplacé est une signature au mauvais endroit.',
            'Answer the envelope as it is kept: a rectangle that moved is a signature in the wrong place.',
          ),
        );
      },
    },
    ...effectChecks(
      'createEnvelope',
      async (_, world) => ({ body: (await world.envelopeBody()).body }),
      (body) => ({ ...(body as object), title: 'Autre spécimen fictif' }),
      (world, first, idempotencyKey) => world.withdraw(String(first.json['data']?.['id']), idempotencyKey),
    ),
    ...effectChecks(
      'sendEnvelope',
      async (_, world) => ({ places: { id: (await world.draft()).id }, body: {} }),
      () => ({ other: true }),
    ),
    ...ONCE,
    {
      id: 'createEnvelope',
      title: t('refuse un contenu qui n’est pas arrivé', 'refuses a content that has not arrived'),
      run: async (kit, world) => {
        const { body } = await world.envelopeBody();
        const absent = { ...body, ...withDocument(body, { sha256: sha256(kit.fresh('absent')) }) };
        want.problem(await make(kit, absent), 'upload-missing');
      },
    },
    {
      id: 'createEnvelope',
      title: t('refuse un destinataire jamais invité', 'refuses a recipient who was never invited'),
      run: async (kit, world) => {
        const { body } = await world.envelopeBody();
        const email = `${kit.fresh('jamais')}@exemple.example`;
        const recipients = (body['recipients'] as object[]).map((recipient) => ({ ...recipient, email }));
        want.problem(await make(kit, { ...body, recipients }), 'recipient-not-invited');
      },
    },
    ...IMPOSSIBLE.map(([what, change]): Check => ({
      id: 'createEnvelope',
      title: t(`refuse ${what.fr}`, `refuses ${what.en}`),
      run: async (kit, world) => {
        const { body } = await world.envelopeBody();
        want.problem(await make(kit, { ...body, ...change(body) }), 'invalid-body');
      },
    })),
    ...MARKS,
    {
      id: 'createEnvelope',
      title: t('un refus n’est pas retenu sous sa clé', 'a refusal is not remembered under its key'),
      run: async (kit, world) => {
        const { body } = await world.envelopeBody();
        const content = new TextEncoder().encode(kit.fresh('tardif'));
        const late = { ...body, ...withDocument(body, { sha256: sha256(content) }) };
        const key = kit.fresh('tardif');
        want.problem(await make(kit, late, key), 'upload-missing');
        await world.upload(content);
        const made = await make(kit, late, key);
        want.status(
          made,
          201,
          t(
            'Ne retenez sous la clé que ce qui a eu un effet : une fois le téléversement arrivé, la même requête doit réussir.',
            'Remember under the key only what had an effect: once the upload is there the same request must succeed.',
          ),
        );
        world.withdraw(String(made.json['data']?.['id']), key);
      },
    },
    {
      id: 'sendEnvelope',
      title: t('envoie une fois, sous quelque clé que ce soit', 'sends once, under whatever key'),
      run: async (kit, world) => {
        const { id } = await world.draft();
        const send = () => kit.call('sendEnvelope', { places: { id }, body: {}, idempotencyKey: kit.fresh('envoi') });
        const first = await send();
        want.status(first, 200);
        const again = await send();
        want.status(again, 200);
        const sentAt = (answer: Answer) => String(answer.json['data']?.['sentAt']);
        want.that(
          again,
          sentAt(again) === sentAt(first) && sentAt(first) !== 'null',
          t(`sentAt: ${sentAt(first)}, comme la première fois`, `sentAt: ${sentAt(first)}, as the first time`),
          t(
            'Une enveloppe déjà envoyée est rendue telle quelle, et aucun courriel ne repart.',
            'An envelope that was sent is answered as it is, and no e-mail leaves again.',
          ),
        );
        if (kit.capabilities?.sandbox !== true) return;
        const mail = await wholeList(kit, 'listMail', { limit: 200 });
        const letters = mail.filter((row) => String(row['envelopeId']) === id).length;
        want.that(again, letters === 1, t('un courriel', 'one e-mail'), MEND_REPLAY, t(`${letters}`, `${letters}`));
      },
    },
    {
      id: 'getDocumentContent',
      title: t(
        'rend les octets téléversés, avec leur empreinte',
        'gives back the bytes that were uploaded, with their digest',
      ),
      run: async (kit, world) => {
        const { id, documentId, content } = await world.sharedDraft();
        const answer = await kit.call('getDocumentContent', { places: { id, documentId } });
        want.status(answer, 200);
        want.that(
          answer,
          sha256(answer.bytes) === sha256(content),
          t(`SHA-256 ${sha256(content)}`, `SHA-256 ${sha256(content)}`),
          t(
            'Servez le PDF octet pour octet : il a été signé ainsi.',
            'Serve the PDF byte for byte: it is what was prepared.',
          ),
          t(`SHA-256 ${sha256(answer.bytes)}`, `SHA-256 ${sha256(answer.bytes)}`),
        );
      },
    },
    ...WITHDRAWAL,
  ],
};
