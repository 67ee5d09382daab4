import { clients100k, clients10k } from './clients';
import { documentParts } from './document-parts';
import type { BenchJob } from '../harness/job';
import { xlsx } from './xlsx';

export const ALL_JOBS: readonly BenchJob[] = [clients100k, clients10k, xlsx, documentParts];
