import type { Family } from '../check';
import { t } from '../words';
import * as want from '../want';

export const COMPANY: Family = {
  name: 'company',
  title: t('Compagnie et clé', 'Company and key'),
  samples: { getCompany: async () => ({}) },
  checks: [
    {
      id: 'getCompany',
      title: t('répond la compagnie de la clé', 'answers the company of the key'),
      run: async (kit) => {
        want.status(await kit.call('getCompany'), 200);
      },
    },
  ],
};
