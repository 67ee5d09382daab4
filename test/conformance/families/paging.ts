import type { Capability, FurtherCapability } from '../../../src/contract/capabilities.schema';
import { ROUTES } from '../../../src/contract/routes';
import type { Json } from '../answer';
import type { Check, Family } from '../check';
import type { Kit } from '../kit';
import { MEND_PAGING } from '../mend';
import { wholeList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';

/** By what a row of each list is known. */
const KEY: Readonly<Record<string, string>> = { listDeliveries: 'deliveryKey', listSettings: 'name' };

/** Lists whose path has no place: that of events is checked with its envelope. */
const LISTS = ROUTES.filter(
  ({ method, query, path, origin }) =>
    method === 'GET' &&
    origin !== 'sandbox' &&
    !path.includes('{') &&
    (query ?? []).some(({ name }) => name === 'cursor'),
);

async function keys(kit: Kit, id: string, limit: number): Promise<readonly string[]> {
  const rows: readonly Json[] = await wholeList(kit, id, { limit });
  return rows.map((row) => String(row[KEY[id] ?? 'id']));
}

export const PAGING: Family = {
  name: 'paging',
  title: t('Pages des listes', 'Pages of lists'),
  samples: {},
  checks: LISTS.map((route): Check => ({
    id: route.id,
    ...(route.capability === undefined ? {} : { needs: route.capability satisfies Capability | FurtherCapability }),
    title: t(
      'page toute la liste sans perdre ni doubler une ligne',
      'pages the whole list without losing or doubling a row',
    ),
    run: async (kit) => {
      const whole = await keys(kit, route.id, 200);
      const short = await keys(kit, route.id, Math.max(1, Math.min(100, Math.ceil(whole.length / 4))));
      const answer = await kit.call(route.id, { query: { limit: 1 } });
      const lost = whole.filter((key) => !short.includes(key));
      const twice = short.filter((key, index) => short.indexOf(key) !== index);
      want.that(
        answer,
        lost.length === 0 && twice.length === 0 && new Set(whole).size === whole.length,
        t(
          `${whole.length} lignes, chacune une fois, quelle que soit la page`,
          `${whole.length} rows, each once, whatever the page`,
        ),
        MEND_PAGING,
        t(`perdues : ${lost.length} ; doublées : ${twice.length}`, `lost: ${lost.length}; doubled: ${twice.length}`),
      );
      const bad = await kit.call(route.id, { query: { cursor: 'pas-un-curseur !' } });
      want.problem(bad, 'invalid-query');
    },
  })),
};
