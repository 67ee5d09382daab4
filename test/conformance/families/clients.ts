import type { Family } from '../check';
import { MEND_PAGING } from '../mend';
import { wholeDocumentedList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';

export const CLIENTS: Family = {
  name: 'clients',
  title: t('Clients (API publiée)', 'Clients (published API)'),
  samples: {
    listClients: async () => ({}),
    createClient: async (kit) => ({ body: { name: `Spécimen Fictif ${kit.mark}`, code: kit.fresh('SPECIMEN') } }),
    getClient: async (_, world) => ({ places: { id: (await world.client()).id } }),
    updateClient: async (_, world) => ({ places: { id: (await world.client()).id }, body: { city: 'Québec' } }),
    listClientContacts: async () => ({}),
  },
  checks: [
    {
      id: 'createClient',
      title: t('crée un client et répond son id', 'makes a client and answers its id'),
      run: async (_, world) => {
        await world.client();
      },
    },
    {
      id: 'getClient',
      title: t('rend le client tel qu’il a été créé', 'gives the client back as it was made'),
      run: async (kit, world) => {
        const { id, code, name, email } = await world.client();
        const answer = await kit.call('getClient', { places: { id } });
        want.status(answer, 200);
        const data = answer.json['data'];
        want.that(
          answer,
          String(data?.['code']) === code && String(data?.['name']) === name && String(data?.['email']) === email,
          t(`code ${code}, name ${name}, email ${email}`, `code ${code}, name ${name}, email ${email}`),
          t(
            'Gardez code, name et email tels quels : après une réponse perdue, c’est par code que le client est retrouvé.',
            'Keep code, name and email as they are: after a lost answer the client is found again by its code.',
          ),
        );
      },
    },
    {
      id: 'updateClient',
      title: t('ne change que les champs donnés', 'changes only the fields that are given'),
      run: async (kit, world) => {
        const { id } = await world.client();
        want.status(await kit.call('updateClient', { places: { id }, body: { city: 'Ville Fictive' } }), 200);
        const answer = await kit.call('getClient', { places: { id } });
        const data = answer.json['data'];
        want.that(
          answer,
          String(data?.['city']) === 'Ville Fictive' && String(data?.['address']) === '1, rue Fictive',
          t('city changée, address intacte', 'city changed, address untouched'),
          t(
            'Laissez tels quels les champs absents du corps : sinon la mise à jour d’une ville efface une adresse.',
            'Leave alone the fields that are not in the body: or an update of a city erases an address.',
          ),
        );
      },
    },
    {
      id: 'listClients',
      title: t(
        'page toute la liste sans perdre ni doubler un client',
        'pages the whole list without losing or doubling a client',
      ),
      run: async (kit, world) => {
        const { id } = await world.client();
        const first = await kit.call('listClients', { query: { per_page: 100 } });
        const total = Number((first.json as unknown as { meta: { total: number } }).meta.total);
        const long = (await wholeDocumentedList(kit, 'listClients', 100)).map((row) => Number(row['id']));
        const short = await wholeDocumentedList(kit, 'listClients', Math.min(97, Math.max(1, Math.ceil(total / 7))));
        const ids = short.map((row) => Number(row['id']));
        const told = (list: readonly number[]) =>
          `${list.length}, dont / of which ${new Set(list).size} distincts / distinct`;
        want.that(
          first,
          long.length === total &&
            new Set(long).size === total &&
            new Set([...long, ...ids]).size === total &&
            ids.length === total,
          t(`${total} clients (meta.total), chacun une fois`, `${total} clients (meta.total), each once`),
          MEND_PAGING,
          t(`par 100 : ${told(long)} ; par moins : ${told(ids)}`, `by 100: ${told(long)}; by fewer: ${told(ids)}`),
        );
        want.that(
          first,
          long.includes(id),
          t(`le client ${id}, qui vient d’être créé`, `the client ${id}, which was just made`),
          MEND_PAGING,
          t('il n’est sur aucune page', 'it is on no page'),
        );
      },
    },
    {
      id: 'listClientContacts',
      title: t('répond une page de contacts', 'answers a page of contacts'),
      run: async (kit) => {
        want.status(await kit.call('listClientContacts', { query: { per_page: 5 } }), 200);
      },
    },
  ],
};
