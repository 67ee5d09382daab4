import type { Answer, Json } from '../answer';
import type { Family } from '../check';
import { effectChecks } from '../effects';
import { NotChecked } from '../finding';
import type { Kit } from '../kit';
import { MEND, MEND_PAGING } from '../mend';
import { act } from '../recipient';
import { wholeList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';
import type { World } from '../world';
import { sha256 } from '../world';
import { notModified } from '../not-modified';

const events = (kit: Kit, id: string) => wholeList(kit, 'listEnvelopeEvents', { places: { id }, limit: 200 });
const kinds = (rows: readonly Json[]) => rows.map((row) => String(row['kind']));

const remind = (kit: Kit, id: string, body: object = {}) =>
  kit.call('remindEnvelope', { places: { id }, body, idempotencyKey: kit.fresh('rappel') });
const takeBack = (kit: Kit, id: string) =>
  kit.call('voidEnvelope', {
    places: { id },
    body: { reason: 'Spécimen fictif' },
    idempotencyKey: kit.fresh('annulation'),
  });

async function tells(kit: Kit, answer: Answer, id: string, wanted: readonly string[]): Promise<void> {
  const found = kinds(await events(kit, id));
  let at = 0;
  for (const kind of found) if (kind === wanted[at]) at += 1;
  want.that(
    answer,
    at === wanted.length,
    t(`GET events : ${wanted.join(', ')}, dans cet ordre`, `GET events: ${wanted.join(', ')}, in this order`),
    t('Écrivez chaque événement dans la transaction de l’acte.', 'Write each event in the transaction of the act.'),
    t(found.join(', '), found.join(', ')),
  );
}

/** An envelope that all have signed: by the sandbox's own control, else one that the server has. */
async function completed(kit: Kit, world: World): Promise<{ readonly id: string; readonly documentId: string }> {
  return world.once('completed', async () => {
    if (kit.capabilities?.sandbox === true) {
      const { id, documentId } = await world.sent();
      await act(kit, id, { recipientId: 'r1', kind: 'opened' });
      await act(kit, id, { recipientId: 'r1', kind: 'signed' });
      return { id, documentId };
    }
    const { json } = await kit.call('listEnvelopes', { query: { limit: 200 } });
    const found = (json['data'] as unknown as readonly Json[]).find((row) => String(row['status']) === 'signed');
    const documentId = found?.['documents']?.[0]?.['id'];
    if (found === undefined || documentId === undefined)
      throw new NotChecked(
        t(
          'aucune enveloppe signée sur le serveur, et personne ne signe pour nous',
          'no signed envelope on the server, and nobody signs for us',
        ),
      );
    return { id: String(found['id']), documentId: String(documentId) };
  });
}

export const FOLLOW_UP: Family = {
  name: 'follow-up',
  title: t('Suivi des enveloppes', 'Follow-up of envelopes'),
  samples: {
    listEnvelopeEvents: async (_, world) => ({ places: { id: (await world.sharedSent()).id } }),
    voidEnvelope: async (kit, world) => ({
      places: { id: (await world.sharedSent()).id },
      body: {},
      idempotencyKey: kit.fresh('annulation'),
    }),
    remindEnvelope: async (kit, world) => ({
      places: { id: (await world.sharedSent()).id },
      body: {},
      idempotencyKey: kit.fresh('rappel'),
    }),
    getSignedDocument: async (_, world) => {
      const { id, documentId } = await world.sharedSent();
      return { places: { id, documentId } };
    },
  },
  checks: [
    {
      id: 'listEnvelopeEvents',
      title: t('raconte la création puis l’envoi, et 304 ensuite', 'tells the making then the sending, and 304 after'),
      run: async (kit, world) => {
        const { id } = await world.sharedSent();
        const answer = await kit.call('listEnvelopeEvents', { places: { id } });
        await tells(kit, answer, id, ['created', 'sent']);
        await notModified(kit, 'listEnvelopeEvents', { places: { id } });
      },
    },
    {
      id: 'listEnvelopes',
      title: t(
        'par updatedSince, montre ce qui a changé à cet instant ou après, puis 304',
        'by updatedSince, shows what changed at that instant or after, then 304',
      ),
      run: async (kit, world) => {
        const { id } = await world.sent();
        const one = await kit.call('getEnvelope', { places: { id } });
        const since = one.json['data']?.['updatedAt'];
        if (since === undefined)
          throw new NotChecked(
            t('updatedAt absent : pas de suivi par changement', 'no updatedAt: no polling by change'),
          );
        const query = { updatedSince: String(since) };
        const list = async () =>
          (await wholeList(kit, 'listEnvelopes', { query, limit: 50 })).map((row) => String(row['id']));
        const answer = await kit.call('listEnvelopes', { query });
        const MEND_SINCE = t(
          'updatedSince comprend son propre instant, et tout changement (envoi, rappel, annulation, acte d’un destinataire) déplace updatedAt ; sinon une signature reste invisible.',
          'updatedSince includes its own instant, and every change (sending, reminder, voiding, act of a recipient) moves updatedAt; or a signature stays unseen.',
        );
        want.that(answer, (await list()).includes(id), t(`l’enveloppe ${id}`, `the envelope ${id}`), MEND_SINCE);
        await notModified(kit, 'listEnvelopes', { query });
        const other = await world.sharedSent();
        want.status(await remind(kit, other.id), 201);
        want.that(
          await kit.call('listEnvelopes', { query }),
          (await list()).includes(other.id),
          t(`aussi ${other.id}, qui vient de changer`, `also ${other.id}, which has just changed`),
          MEND_SINCE,
        );
        want.problem(await kit.call('listEnvelopes', { query: { updatedSince: 'hier' } }), 'invalid-query');
      },
    },
    ...effectChecks(
      'remindEnvelope',
      async (_, world) => ({ places: { id: (await world.sharedSent()).id }, body: {} }),
      () => ({ recipientIds: ['r1'] }),
    ),
    {
      id: 'remindEnvelope',
      title: t('rappelle qui n’a pas signé, et l’écrit', 'reminds who has not signed, and writes it down'),
      run: async (kit, world) => {
        const { id } = await world.sharedSent();
        const answer = await remind(kit, id, { recipientIds: ['r1'] });
        want.status(answer, 201);
        await tells(kit, answer, id, ['created', 'sent', 'reminded']);
        want.problem(await remind(kit, id, { recipientIds: ['r9'] }), 'invalid-body');
        want.problem(await remind(kit, (await world.sharedDraft()).id), 'envelope-not-open');
      },
    },
    ...effectChecks(
      'voidEnvelope',
      async (_, world) => ({ places: { id: (await world.sent()).id }, body: { reason: 'Spécimen fictif' } }),
      () => ({ reason: 'Autre' }),
    ),
    {
      id: 'voidEnvelope',
      title: t(
        'annule une fois, libère les clés de livraison, et ne rappelle plus',
        'voids once, frees the delivery keys, and reminds no more',
      ),
      run: async (kit, world) => {
        const { id, body } = await world.sent();
        const first = await takeBack(kit, id);
        want.status(first, 200);
        want.that(
          first,
          String(first.json['data']?.['status']) === 'voided',
          t('status: voided', 'status: voided'),
          t('Rendez l’enveloppe annulée.', 'Answer the envelope, void.'),
        );
        const again = await takeBack(kit, id);
        want.status(again, 200);
        await tells(kit, again, id, ['created', 'sent', 'voided']);
        const told = kinds(await events(kit, id)).filter((kind) => kind === 'voided').length;
        want.that(
          again,
          told === 1,
          t('un seul événement voided', 'one voided event'),
          t('Une enveloppe déjà annulée est rendue telle quelle.', 'One that is void already is answered as it is.'),
          t(`${told}`, `${told}`),
        );
        want.problem(await remind(kit, id), 'envelope-not-open');
        const key = kit.fresh('enveloppe');
        const made = await kit.call('createEnvelope', { body, idempotencyKey: key });
        want.status(
          made,
          201,
          t(
            'Libérez les clés de livraison dans la transaction qui annule : sinon le document ne peut plus être envoyé.',
            'Free the delivery keys in the transaction that voids: or the document can never be sent again.',
          ),
        );
        world.withdraw(String(made.json['data']?.['id']), key);
      },
    },
    {
      id: 'getSignedDocument',
      title: t('n’a pas de copie avant la signature', 'has no copy before the signature'),
      run: async (kit, world) => {
        const { id, documentId } = await world.sharedSent();
        want.problem(await kit.call('getSignedDocument', { places: { id, documentId } }), 'not-signed');
      },
    },
    {
      id: 'getSignedDocument',
      title: t(
        'sert la copie signée, de l’empreinte que dit l’enveloppe',
        'serves the signed copy, of the digest that the envelope tells',
      ),
      run: async (kit, world) => {
        const { id, documentId } = await completed(kit, world);
        const envelope = await kit.call('getEnvelope', { places: { id } });
        const documents = envelope.json['data']?.['documents'] as unknown as readonly Json[];
        const told = documents.find((row) => String(row['id']) === documentId)?.['signed']?.['sha256'];
        const answer = await kit.call('getSignedDocument', { places: { id, documentId } });
        want.status(answer, 200);
        want.that(
          answer,
          String(told) === sha256(answer.bytes),
          t(`documents[].signed.sha256 : ${String(told)}`, `documents[].signed.sha256: ${String(told)}`),
          t(
            'La copie servie, Content-Digest et documents[].signed.sha256 s’accordent : le client jette toute autre copie.',
            'The copy that is served, Content-Digest and documents[].signed.sha256 agree: the client throws any other copy away.',
          ),
          t(sha256(answer.bytes), sha256(answer.bytes)),
        );
      },
    },
    {
      id: 'voidEnvelope',
      title: t('refuse d’annuler ce que tous ont signé', 'refuses to void what all have signed'),
      run: async (kit, world) => {
        if (kit.capabilities?.sandbox !== true)
          throw new NotChecked(t('aucune enveloppe signée qui soit à nous', 'no signed envelope of our own'));
        const { id } = await completed(kit, world);
        want.problem(await takeBack(kit, id), 'envelope-not-open', MEND['envelope-not-open']);
        const answer = await kit.call('listEnvelopeEvents', { places: { id } });
        await tells(kit, answer, id, ['created', 'sent', 'opened', 'signed', 'completed']);
      },
    },
    {
      id: 'listEnvelopeEvents',
      title: t('page l’histoire sans perdre une ligne', 'pages the history without losing a line'),
      run: async (kit, world) => {
        const { id } = await world.sharedSent();
        const whole = (await events(kit, id)).map((row) => String(row['id']));
        const short = await wholeList(kit, 'listEnvelopeEvents', { places: { id }, limit: 1 });
        const found = short.map((row) => String(row['id']));
        const answer = await kit.call('listEnvelopeEvents', { places: { id } });
        want.that(
          answer,
          found.join() === whole.join(),
          t(whole.join(), whole.join()),
          MEND_PAGING,
          t(found.join(), found.join()),
        );
      },
    },
  ],
};
