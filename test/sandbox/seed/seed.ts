import { emailKey, insertClient } from '../client-store';
import type { ClientData } from '../client-store';
import type { SandboxContext } from '../context';
import type { Tx } from '../database';
import { nextNumber, transact } from '../database';
import { newSecret } from '../recipient/link';
import { COMPANY } from './company';
import officeSeed from '../office-seed.json' with { type: 'json' };
import { EMAIL_TEMPLATES } from './email-templates';
import { parseOffice, readClientsFile } from './office-file';
import type { OfficeSeed } from './office-file';
import { fictitiousTasks } from './tasks';

/** Fills an empty database, in one transaction: a start that is killed here begins again from nothing. */
export async function seed(context: SandboxContext): Promise<void> {
  const { db, settings } = context;
  if ((await db.selectFrom('company').select('id').executeTakeFirst()) !== undefined) return;
  const office = parseOffice(officeSeed);
  const chosen: OfficeSeed =
    settings.clientsFile === null
      ? office
      : { ...office, clients: readClientsFile(settings.clientsFile), invitations: [], clientExtras: [] };
  await transact(db, async (tx) => {
    await tx
      .insertInto('company')
      .values({ id: 1, data: JSON.stringify(COMPANY) })
      .execute();
    await seedReference(tx, chosen);
    await seedClients(tx, chosen);
    await seedInvitations(tx, context, chosen);
    await seedTasks(tx, chosen, settings.tasks);
  });
}

async function seedReference(tx: Tx, { accountManagers }: OfficeSeed): Promise<void> {
  for (const [index, { id, name, email }] of accountManagers.entries()) {
    await tx
      .insertInto('account_managers')
      .values({ id, position: index + 1, name, email })
      .execute();
  }
  for (const [index, template] of EMAIL_TEMPLATES.entries()) {
    await tx
      .insertInto('email_templates')
      .values({
        id: template.id,
        position: index + 1,
        name: template.name,
        is_default: template.isDefault ? 1 : 0,
        subject_fr: template.subject.fr,
        subject_en: template.subject.en,
        body_fr: template.body.fr,
        body_en: template.body.en,
      })
      .execute();
  }
}

/** Ids are kept; a client given without one gets the next after the highest, as will those made later. */
async function seedClients(tx: Tx, { clients, clientExtras }: OfficeSeed): Promise<void> {
  const extras = new Map(clientExtras.map((extra) => [extra.id, extra]));
  let highest = Math.max(0, ...clients.map((client) => Number(client['id'] ?? 0)));
  for (const given of clients) {
    const client: ClientData =
      given['id'] === undefined || given['id'] === null ? { ...given, id: (highest += 1) } : given;
    const extra = extras.get(Number(client['id']));
    await insertClient(tx, client, {
      language: extra?.language ?? null,
      accountManagerId: extra?.accountManagerId ?? null,
    });
  }
  await tx.insertInto('counters').values({ name: 'clients', value: highest }).execute();
}

/** Invitations of before: their e-mails left long ago. */
async function seedInvitations(tx: Tx, context: SandboxContext, { invitations }: OfficeSeed): Promise<void> {
  for (const { email, clientIds, language, status } of invitations) {
    const id = context.newId('inv');
    await tx
      .insertInto('invitations')
      .values({
        id,
        seq: await nextNumber(tx, 'invitations'),
        email,
        email_key: emailKey(email),
        language,
        status,
        created_at: '2026-01-15T14:00:00.000Z',
        secret: newSecret(),
      })
      .execute();
    for (const client_id of clientIds)
      await tx.insertInto('invitation_clients').values({ invitation_id: id, client_id }).execute();
  }
}

/** Two in three belong to a client, and then to its account manager. */
async function seedTasks(tx: Tx, { clients, accountManagers }: OfficeSeed, count: number): Promise<void> {
  const rows = await tx.selectFrom('clients').select(['id', 'account_manager_id']).orderBy('id').execute();
  for (const [index, task] of fictitiousTasks(count).entries()) {
    const client = clients.length > 0 && index % 3 !== 2 ? rows[index % rows.length] : undefined;
    await tx
      .insertInto('tasks')
      .values({
        id: Number(task['id']),
        data: JSON.stringify(task),
        client_id: client?.id ?? null,
        assignee_id: client?.account_manager_id ?? accountManagers[index % accountManagers.length]?.id ?? null,
        labels: JSON.stringify(index % 4 === 0 ? ['T1 2025'] : []),
      })
      .execute();
  }
}
