import type { Answer } from '../answer';
import type { Family } from '../check';
import { NotChecked } from '../finding';
import type { Kit } from '../kit';
import { wholeList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';

/** What a server may say of each answer by itself: it tells nothing of who asked. */
const PASSING = new Set([
  'date',
  'age',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'x-request-id',
]);
/** No office's form needs more from one address in a minute. */
const REQUESTS = 200;

const MEND_CONSTANT = t(
  'Répondez 202 avec les mêmes octets et les mêmes en-têtes avant toute recherche : sinon le formulaire dit à n’importe qui qui est client.',
  'Answer 202 with the same bytes and the same headers before any look-up: or the form tells anyone who is a client.',
);

function formOf(kit: Kit): string {
  const form = kit.capabilities?.intakeForm;
  if (typeof form !== 'string') throw new NotChecked(t('capacités sans intakeForm', 'capabilities without intakeForm'));
  return form;
}

const person = (email: string, over: object = {}) => ({ name: 'Personne Fictive', email, consent: true, ...over });

const ask = (kit: Kit, body: unknown, headers: Record<string, string> = {}) =>
  kit.call('createIntake', { places: { form: formOf(kit) }, body, headers, key: null });

const seen = ({ status, headers, text }: Answer): string =>
  JSON.stringify([status, [...headers].filter(([name]) => !PASSING.has(name)), text]);

export const INTAKE: Family = {
  name: 'intake',
  title: t('Formulaire du site Web', 'Website form'),
  samples: {
    listIntake: async () => ({}),
    createIntake: async (kit) => ({
      places: { form: formOf(kit) },
      body: person(`${kit.fresh('site')}@exemple.example`),
      key: null,
    }),
  },
  checks: [
    {
      id: 'createIntake',
      title: t(
        'répond les mêmes octets, que la personne soit connue ou non',
        'answers the same bytes, whether or not the person is known',
      ),
      run: async (kit, world) => {
        const known = await ask(kit, person((await world.client()).email));
        want.status(known, 202);
        const unknown = await ask(kit, person(`${kit.fresh('inconnue')}@exemple.example`));
        const trapped = await ask(kit, person(`${kit.fresh('robot')}@exemple.example`, { website: 'x' }));
        world.remains.clients += 1;
        world.remains.others += 3;
        for (const answer of [unknown, trapped])
          want.that(
            answer,
            seen(answer) === seen(known),
            t(seen(known), seen(known)),
            MEND_CONSTANT,
            t(seen(answer), seen(answer)),
          );
      },
    },
    {
      id: 'createIntake',
      title: t('prend les champs d’un formulaire sans script', 'takes the fields of a form without script'),
      run: async (kit, world) => {
        const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
        const fields = (email: string) =>
          new URLSearchParams({ name: 'Personne Fictive', email, phone: '', consent: 'on', website: '' }).toString();
        const known = await ask(kit, fields((await world.client()).email), type);
        want.status(known, 202);
        const unknown = await ask(kit, fields(`${kit.fresh('inconnue')}@exemple.example`), type);
        world.remains.clients += 1;
        world.remains.others += 2;
        want.that(
          unknown,
          seen(unknown) === seen(known),
          t(seen(known), seen(known)),
          MEND_CONSTANT,
          t(seen(unknown), seen(unknown)),
        );
      },
    },
    {
      id: 'createIntake',
      title: t('se lit d’une autre origine, refus compris', 'is read from another origin, refusals too'),
      run: async (kit) => {
        const refused = await ask(kit, { name: 'Personne Fictive' }, { Origin: 'https://site.exemple.example' });
        want.problem(refused, 'invalid-body');
        const mend = t(
          'Répondez Access-Control-Allow-Origin: * : le formulaire est sur le site du cabinet.',
          'Answer Access-Control-Allow-Origin: *: the form is on the office’s own site.',
        );
        want.header(refused, 'Access-Control-Allow-Origin', '*', mend);
      },
    },
    {
      id: 'listIntake',
      title: t('montre au cabinet ce qui est venu', 'shows the office what came'),
      run: async (kit, world) => {
        const email = `${kit.fresh('venue')}@exemple.example`;
        const answer = await ask(kit, person(email));
        want.status(answer, 202);
        world.remains.clients += 1;
        world.remains.others += 1;
        const all = await wholeList(kit, 'listIntake', { limit: 200 });
        const found = all.filter((row) => String(row['email']) === email).length;
        want.that(
          answer,
          found === 1,
          t('la demande, une fois, dans GET intake', 'the request, once, in GET intake'),
          t('Gardez la demande avant de répondre 202.', 'Keep the request before answering 202.'),
          t(`${found}`, `${found}`),
        );
      },
    },
    {
      id: 'createIntake',
      title: t('limite une même adresse', 'limits one address'),
      run: async (kit) => {
        const places = { form: formOf(kit) };
        // Refused by their shape: none of them asks for anything.
        for (let count = 1; count < REQUESTS; count += 1) {
          const answer = await kit.call('createIntake', { places, body: {}, key: null, takesLimit: true });
          if (answer.status === 429) return want.problem(answer, 'too-many-requests');
        }
        const last = await kit.call('createIntake', { places, body: {}, key: null, takesLimit: true });
        want.problem(last, 'too-many-requests');
      },
    },
  ],
};
