import type { JournalRepository } from '../store/journal-repository';
import type { ConnectionService } from './connection-service.svelte';
import type { OfficeService } from './office-service.svelte';
import type { ServerKnowledge } from './server-knowledge.svelte';
import type { Opening } from './vault-service.svelte';

export interface BringUpParts {
  readonly connection: Pick<ConnectionService, 'load' | 'check' | 'state'>;
  readonly office: Pick<OfficeService, 'load' | 'create' | 'state'>;
  readonly server: Pick<ServerKnowledge, 'load'>;
  readonly journal: Pick<JournalRepository, 'append'>;
  readonly now: () => number;
}

/** What the opened vault lets this tab know of the office; answers when the screens may be shown. */
export async function bringUpOffice(
  opening: Opening,
  { connection, office, server, journal, now }: BringUpParts,
): Promise<void> {
  await Promise.all([connection.load(), office.load(), server.load()]);
  if (opening.kind !== 'shared') {
    await journal.append(now(), { kind: opening.kind === 'created' ? 'vault-created' : 'vault-unlocked' });
  }
  const checked = connection.check().then(async () => {
    // A sandbox is for trying: its office is made at once, under the passphrase just chosen.
    const { state } = connection;
    const isSandbox = state.kind === 'connected' && state.sandbox;
    if (opening.kind === 'created' && isSandbox && office.state.kind === 'none')
      await office.create(opening.passphrase);
  });
  // The screens wait for the office of a first start, and for nothing else.
  if (opening.kind === 'created') await checked;
}
