import type { Answer } from '../answer';
import type { Check, Family, Sample } from '../check';
import { NotChecked } from '../finding';
import type { Kit } from '../kit';
import { MEND } from '../mend';
import { t } from '../words';
import * as want from '../want';
import type { World } from '../world';

/** The office and its index: what is there is read, and written back as it is. Nobody could open what we would put. */
interface Record {
  readonly get: string;
  readonly put: string;
  readonly missing: 'office-not-found' | 'not-found';
  readonly made: object;
}

const OFFICE_KEY: Record = {
  get: 'getOffice',
  put: 'putOffice',
  missing: 'office-not-found',
  made: { id: 'cabinet-fictif', sealedKey: 'U1BFQ0lNRU4gRklDVElG' },
};
const INDEX: Record = {
  get: 'getOfficeIndex',
  put: 'putOfficeIndex',
  missing: 'not-found',
  made: { sealed: 'U1BFQ0lNRU4gRklDVElG' },
};

/** Reads it, or makes it where that is allowed. */
const present = (kit: Kit, world: World, record: Record): Promise<Answer> =>
  world.once(record.get, async () => {
    const answer = await kit.call(record.get);
    if (answer.status === 200) return answer;
    want.problem(answer, record.missing);
    if (!world.mayMakeOffice)
      throw new NotChecked(
        t(
          'aucun cabinet sur le serveur, et en créer un le rendrait inutilisable (--make-office le permet)',
          'no office on the server, and making one would leave it useless (--make-office allows it)',
        ),
      );
    const made = await kit.call(record.put, { headers: { 'If-None-Match': '*' }, body: record.made });
    want.status(made, 201);
    world.remains.others += 1;
    return kit.call(record.get);
  });

const read =
  (record: Record): Sample =>
  async (kit, world) => {
    await present(kit, world, record);
    return {};
  };

/** What is there already, under its version: a server that takes it against the rules has lost nothing. */
const write =
  (record: Record): Sample =>
  async (kit, world) => {
    await present(kit, world, record);
    const { json, headers } = await kit.call(record.get);
    return { body: json['data'], headers: { 'If-Match': headers.get('ETag') ?? '' } };
  };

const checksOf = (record: Record): readonly Check[] => [
  {
    id: record.put,
    title: t(
      'remplace sous If-Match seulement, et ne se crée pas deux fois',
      'is replaced under If-Match only, and is not made twice',
    ),
    run: async (kit, world) => {
      const before = await present(kit, world, record);
      const { body, headers } = await write(record)(kit, world);
      const twice = await kit.call(record.put, { body, headers: { 'If-None-Match': '*' } });
      want.problem(
        twice,
        'precondition-failed',
        t(
          'Refusez If-None-Match: * quand il y en a déjà un : un second poste remplacerait la clé du cabinet, et tout ce qu’elle scelle serait perdu.',
          'Refuse If-None-Match: * when there is one already: a second workstation would replace the office key, and all that it seals would be lost.',
        ),
      );
      const put = await kit.call(record.put, { body, headers: headers ?? {} });
      want.status(put, 200);
      want.problem(await kit.call(record.put, { body, headers: headers ?? {} }), 'precondition-failed');
      const now = await kit.call(record.get);
      want.that(
        now,
        JSON.stringify(now.json['data']) === JSON.stringify(before.json['data']),
        t('ce qui y était', 'what was there'),
        MEND['precondition-failed'],
      );
    },
  },
];

export const OFFICE: Family = {
  name: 'office',
  title: t('Cabinet et index', 'Office and index'),
  samples: {
    getOffice: read(OFFICE_KEY),
    putOffice: write(OFFICE_KEY),
    getOfficeIndex: read(INDEX),
    putOfficeIndex: write(INDEX),
  },
  checks: [...checksOf(OFFICE_KEY), ...checksOf(INDEX)],
};
