import { clients100k, clients10k } from './clients';
import { documentParts } from './document-parts';
import type { BenchJob } from '../harness/job';
import { returns3000 } from './returns';
import { sending } from './sending';
import { xlsx } from './xlsx';

export const ALL_JOBS: readonly BenchJob[] = [clients100k, clients10k, xlsx, documentParts, returns3000, sending];
