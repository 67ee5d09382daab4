import type { Answer, Json } from '../answer';
import type { Family } from '../check';
import type { Kit } from '../kit';
import { MEND, MEND_REPLAY } from '../mend';
import { notModified } from '../not-modified';
import { t } from '../words';
import * as want from '../want';
import type { World } from '../world';

const MEND_BULK = t(
  'Chaque élément est jugé seul : un refus laisse les autres faits, et chacun porte le statut qu’aurait eu son PATCH.',
  'Each item is judged by itself: a refusal leaves the others done, and each carries the status that its PATCH would have had.',
);

const read = async (kit: Kit, world: World): Promise<Answer> =>
  kit.call('getExtensionTask', { places: { id: (await own(kit, world)).id } });

const etagOf = (answer: Answer): string => answer.headers.get('ETag') ?? '';

/** The first task of the server, its labels put back at the end. */
const own = (kit: Kit, world: World) =>
  world.once('extension task', async () => {
    const { id } = await world.task();
    const places = { id };
    const answer = await kit.call('getExtensionTask', { places });
    want.status(answer, 200);
    const labels = answer.json['data']?.['labels'];
    world.atEnd(async () => {
      const now = etagOf(await kit.call('getExtensionTask', { places }));
      await kit.call('patchTask', { places, headers: { 'If-Match': now }, body: { labels } });
    });
    return { id };
  });

export const EXTENSION_TASKS: Family = {
  name: 'extension-tasks',
  title: t('Tâches (extension)', 'Tasks (extension)'),
  samples: {
    listExtensionTasks: async () => ({}),
    getExtensionTask: async (kit, world) => ({ places: await own(kit, world) }),
    patchTask: async (kit, world) => ({
      places: await own(kit, world),
      headers: { 'If-Match': etagOf(await read(kit, world)) },
      body: { labels: ['Spécimen fictif'] },
    }),
    changeTasks: async (kit, world) => ({
      body: { changes: [{ id: (await own(kit, world)).id, set: { labels: ['Spécimen fictif'] } }] },
      idempotencyKey: kit.fresh('lot'),
    }),
  },
  checks: [
    {
      id: 'listExtensionTasks',
      title: t(
        'filtre par client et par responsable, et 304 ensuite',
        'filters by client and by assignee, and 304 after',
      ),
      run: async (kit, world) => {
        await own(kit, world);
        await notModified(kit, 'listExtensionTasks', { query: { limit: 5 } });
        const { id } = await world.client();
        const answer = await kit.call('listExtensionTasks', { query: { clientId: id } });
        const rows = answer.json['data'] as unknown as readonly Json[];
        want.that(
          answer,
          rows.every((row) => Number(row['clientId']) === id),
          t('que les tâches de ce client', 'only tasks of this client'),
          t('Appliquez le filtre clientId.', 'Apply the filter clientId.'),
        );
        const nobody = await kit.call('listExtensionTasks', { query: { assigneeId: `personne-${kit.mark}` } });
        want.that(
          nobody,
          (nobody.json['data'] as unknown as readonly Json[]).length === 0,
          t('aucune tâche', 'no task'),
          t('Appliquez le filtre assigneeId.', 'Apply the filter assigneeId.'),
        );
      },
    },
    {
      id: 'patchTask',
      title: t(
        'change sous If-Match, et refuse l’ancienne version',
        'changes under If-Match, and refuses the old version',
      ),
      run: async (kit, world) => {
        const places = await own(kit, world);
        const before = await read(kit, world);
        const headers = { 'If-Match': etagOf(before) };
        const label = kit.fresh('etiquette');
        const changed = await kit.call('patchTask', { places, headers, body: { labels: [label] } });
        want.status(changed, 200);
        const now = await read(kit, world);
        want.that(
          now,
          (now.json['data']?.['labels'] as unknown as readonly string[]).join() === label &&
            etagOf(now) !== etagOf(before),
          t(`labels: [${label}], et un autre ETag`, `labels: [${label}], and another ETag`),
          MEND['precondition-failed'],
        );
        want.problem(await kit.call('patchTask', { places, headers, body: { labels: [] } }), 'precondition-failed');
      },
    },
    {
      id: 'changeTasks',
      title: t(
        'en lot : fait ce qui peut l’être, et dit chaque refus à sa place',
        'in bulk: does what can be done, and tells each refusal in its place',
      ),
      run: async (kit, world) => {
        const { id } = await own(kit, world);
        const label = kit.fresh('lot');
        const etag = etagOf(await read(kit, world));
        const changes = [
          { id, etag: `"${kit.mark}"`, set: { labels: ['jamais'] } },
          { id: 2_000_000_000, set: { labels: [label] } },
          { id, etag, set: { labels: [label] } },
        ];
        const options = { body: { changes }, idempotencyKey: kit.fresh('lot') };
        const first = await kit.call('changeTasks', options);
        want.status(first, 200, MEND_BULK);
        const told = (first.json['data'] as unknown as readonly Json[])
          .map((row) => `${String(row['status'])} ${String(row['problem']?.['code'] ?? 'fait')}`)
          .join(' · ');
        const wanted = '412 precondition-failed · 404 not-found · 200 fait';
        want.that(first, told === wanted, t(wanted, wanted), MEND_BULK, t(told, told));
        const now = await read(kit, world);
        want.that(
          now,
          (now.json['data']?.['labels'] as unknown as readonly string[]).join() === label,
          t(`labels: [${label}]`, `labels: [${label}]`),
          MEND_BULK,
        );
        const again = await kit.call('changeTasks', options);
        want.status(again, 200, MEND_REPLAY);
        want.sameBytes(again, first, MEND_REPLAY);
        want.header(again, 'Idempotency-Replayed', 'true', MEND_REPLAY);
        const other = { changes: changes.slice(0, 1) };
        want.problem(await kit.call('changeTasks', { ...options, body: other }), 'idempotency-key-reused');
        want.that(
          await read(kit, world),
          etagOf(await read(kit, world)) === etagOf(now),
          t('la tâche telle que la première fois l’a laissée', 'the task as the first time left it'),
          MEND_REPLAY,
        );
      },
    },
  ],
};
