import type { Family } from '../check';
import { effectChecks } from '../effects';
import type { Kit } from '../kit';
import { MEND } from '../mend';
import { t } from '../words';
import * as want from '../want';
import type { World } from '../world';

const body = (kit: Kit, over: object = {}) => ({
  name: `Spécimen fictif ${kit.fresh('modele')}`,
  subject: { fr: 'Un mot de votre bureau', en: 'A word from your office' },
  body: { fr: 'Bonjour {client_contact}, {inconnu}', en: 'Hello {client_contact}, {inconnu}' },
  ...over,
});

/** A template of our own; templates cannot be taken away. */
const own = (kit: Kit, world: World) =>
  world.once('own template', async () => {
    const answer = await kit.call('createEmailTemplate', { body: body(kit), idempotencyKey: kit.fresh('modele') });
    want.status(answer, 201);
    world.remains.templates += 1;
    return { id: String(answer.json['data']?.['id']) };
  });

export const EMAIL_TEMPLATES: Family = {
  name: 'email-templates',
  title: t('Modèles de courriel', 'E-mail templates'),
  samples: {
    listEmailTemplates: async () => ({}),
    createEmailTemplate: async (kit) => ({ body: body(kit), idempotencyKey: kit.fresh('modele') }),
    getEmailTemplate: async (kit, world) => ({ places: await own(kit, world) }),
    patchEmailTemplate: async (kit, world) => {
      const places = await own(kit, world);
      const etag = (await kit.call('getEmailTemplate', { places })).headers.get('ETag') ?? '';
      return { places, headers: { 'If-Match': etag }, body: { name: `Spécimen fictif ${kit.mark}` } };
    },
  },
  checks: [
    {
      id: 'listEmailTemplates',
      title: t('a au moins un modèle, en français et en anglais', 'has at least one template, in French and English'),
      run: async (_, world) => {
        await world.template();
      },
    },
    ...effectChecks(
      'createEmailTemplate',
      async (kit, world) => {
        world.remains.templates += 1;
        return { body: body(kit) };
      },
      (sent) => ({ ...(sent as object), name: 'Autre spécimen fictif' }),
    ),
    {
      id: 'createEmailTemplate',
      title: t(
        'refuse un objet qui montre un montant, neuf chiffres ou un formulaire',
        'refuses a subject that shows an amount, nine digits or a form',
      ),
      run: async (kit) => {
        for (const fr of ['Vous devez 1 234,56 $', 'Dossier 123 456 789', 'Votre T183 à signer']) {
          const answer = await kit.call('createEmailTemplate', {
            body: body(kit, { subject: { fr, en: 'A word' } }),
            idempotencyKey: kit.fresh('modele'),
          });
          want.problem(answer, 'invalid-body');
        }
      },
    },
    {
      id: 'patchEmailTemplate',
      title: t(
        'change sous If-Match et refuse l’ancienne version',
        'changes under If-Match and refuses the old version',
      ),
      run: async (kit, world) => {
        const places = await own(kit, world);
        const etag = (await kit.call('getEmailTemplate', { places })).headers.get('ETag') ?? '';
        const name = `Spécimen fictif ${kit.fresh('change')}`;
        const changed = await kit.call('patchEmailTemplate', { places, headers: { 'If-Match': etag }, body: { name } });
        want.status(changed, 200);
        want.that(
          changed,
          String(changed.json['data']?.['name']) === name && changed.headers.get('ETag') !== etag,
          t('le nom changé, et un autre ETag', 'the name changed, and another ETag'),
          MEND['precondition-failed'],
        );
        const late = { places, headers: { 'If-Match': etag }, body: { name: 'Spécimen fictif' } };
        want.problem(await kit.call('patchEmailTemplate', late), 'precondition-failed');
      },
    },
    {
      id: 'createEmailTemplate',
      needs: 'email-templates-edit',
      title: t(
        'ôte un type de document au modèle dont il était le défaut',
        'takes a document type from the template that it was the default of',
      ),
      run: async (kit, world) => {
        const defaultFor = ['ZZ-SPECIMEN'];
        const make = () =>
          kit.call('createEmailTemplate', { body: body(kit, { defaultFor }), idempotencyKey: kit.fresh('modele') });
        const first = await make();
        want.status(first, 201);
        want.status(await make(), 201);
        world.remains.templates += 2;
        const places = { id: String(first.json['data']?.['id']) };
        const before = await kit.call('getEmailTemplate', { places });
        want.that(
          before,
          (before.json['data']?.['defaultFor'] as unknown as readonly string[] | undefined)?.length === 0,
          t('defaultFor: [] sur le premier', 'defaultFor: [] on the first'),
          t('Un type de document a un seul modèle par défaut.', 'A document type has one default template.'),
        );
      },
    },
  ],
};
