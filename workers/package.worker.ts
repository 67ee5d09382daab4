import { expose } from 'comlink';
import { PackageWorker } from './package/worker-api';

expose(new PackageWorker());
