import type { BenchJob } from '../harness/job';
import { clients } from './clients';
import { xlsx } from './xlsx';

export const ALL_JOBS: readonly BenchJob[] = [clients, xlsx];
