import { clients } from './clients';
import type { BenchJob } from '../harness/job';
import { xlsx } from './xlsx';

export const ALL_JOBS: readonly BenchJob[] = [clients, xlsx];
