import type { Recorder } from './recorder';

export async function documentedExamples({ call }: Pick<Recorder, 'call'>): Promise<void> {
  await call('getCompany', { about: 'The company of the key' });
  await call('listClients', { query: 'page=2&per_page=1', about: 'One page' });
  const body = { name: 'Personne Fictive', code: 'F-1001', email: 'personne@exemple.example', phone: '418 555-0123' };
  const { data } = await call('createClient', { body, about: 'Made' });
  const places = { id: Number(data['id']) };
  await call('getClient', { places, about: 'One client' });
  await call('updateClient', { places, body: { city: 'Québec' }, about: 'One field changed, the others untouched' });
  await call('listClientContacts', { query: 'per_page=1', about: 'One page' });
  await call('listTasks', { query: 'per_page=1', about: 'One page' });
  await call('getTask', { places: { id: 1 }, about: 'One task' });
  await call('updateTask', { places: { id: 1 }, body: { status: 2 }, about: 'Changed' });
  const reminder = { titre: 'Signature attendue', module: 'clients', moduleID: places.id, date: '2026-04-01' };
  await call('createReminder', { body: reminder, about: 'Made' });
  await call('listReminders', { query: 'per_page=1', about: 'One page' });
}
