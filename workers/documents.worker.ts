import { expose } from 'comlink';
import { ShareWorker } from './documents/share-worker';
import { DocumentsWorker, SHARE_WORKER } from './documents/worker-api';

expose(self.name === SHARE_WORKER ? new ShareWorker() : new DocumentsWorker());
