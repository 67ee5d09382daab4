import clientsWorkerUrl from '../../workers/clients.worker.ts?worker&url';
import documentsWorkerUrl from '../../workers/documents.worker.ts?worker&url';
import packageWorkerUrl from '../../workers/package.worker.ts?worker&url';
import vaultWorkerUrl from '../../workers/vault.worker.ts?worker&url';
import { trustedScriptUrl } from './trusted-url';

const spawn = (url: string, name: string) => (): Worker => new Worker(trustedScriptUrl(url), { type: 'module', name });

export const spawnClientsWorker = spawn(clientsWorkerUrl, 'clients');
export const spawnDocumentsWorker = spawn(documentsWorkerUrl, 'documents');
export const spawnVaultWorker = spawn(vaultWorkerUrl, 'vault');
export const spawnPackageWorker = spawn(packageWorkerUrl, 'package');
