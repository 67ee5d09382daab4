import { expose } from 'comlink';
import type { VaultWorkerApi } from '../src/worker-bridge/vault-worker-api';
import { deriveKey } from './vault/derive-key';

expose({ deriveKey } satisfies VaultWorkerApi);
