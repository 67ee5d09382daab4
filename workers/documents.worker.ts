import { expose } from 'comlink';
import { DocumentsWorker } from './documents/worker-api';

expose(new DocumentsWorker());
