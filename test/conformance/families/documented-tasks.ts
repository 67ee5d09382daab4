import type { Family } from '../check';
import { MEND_PAGING } from '../mend';
import { wholeDocumentedList } from '../whole-list';
import { t } from '../words';
import * as want from '../want';

export const DOCUMENTED_TASKS: Family = {
  name: 'documented-tasks',
  title: t('Tâches et rappels (API publiée)', 'Tasks and reminders (published API)'),
  samples: {
    listTasks: async () => ({}),
    getTask: async (_, world) => ({ places: { id: (await world.task()).id } }),
    updateTask: async (_, world) => {
      const { id, status } = await world.task();
      return { places: { id }, body: { status } };
    },
    listReminders: async () => ({}),
    createReminder: async (kit, world) => ({
      body: {
        titre: `Spécimen fictif ${kit.mark}`,
        module: 'clients',
        moduleID: (await world.client()).id,
        date: '2026-04-01',
      },
    }),
  },
  checks: [
    {
      id: 'listTasks',
      title: t('répond une page de tâches', 'answers a page of tasks'),
      run: async (kit) => {
        want.status(await kit.call('listTasks', { query: { per_page: 5 } }), 200);
      },
    },
    {
      id: 'updateTask',
      title: t('écrit une tâche et la rend', 'writes a task and gives it back'),
      run: async (kit, world) => {
        const { id, status } = await world.task();
        want.status(await kit.call('updateTask', { places: { id }, body: { status } }), 200);
        want.status(await kit.call('getTask', { places: { id } }), 200);
      },
    },
    {
      id: 'createReminder',
      title: t('crée un rappel et le montre dans la liste', 'makes a reminder and shows it in the list'),
      run: async (kit, world) => {
        const titre = `Spécimen fictif ${kit.fresh('rappel')}`;
        const moduleID = (await world.client()).id;
        const body = { titre, module: 'clients', moduleID, date: '2026-04-01', closed: 1 };
        want.status(await kit.call('createReminder', { body }), 201);
        world.remains.others += 1;
        const all = await wholeDocumentedList(kit, 'listReminders', 100);
        if (all.some((row) => String(row['titre']) === titre)) return;
        const answer = await kit.call('listReminders');
        want.that(answer, false, t(titre, titre), MEND_PAGING, t('il n’est sur aucune page', 'it is on no page'));
      },
    },
  ],
};
