import type { Argon2idParameters } from '../core/vault/key-slot';
import { randomBytes } from './random-bytes';

/** Ground-decisions §1: 64 MiB, t = 3, p = 1 (about 0.9 s on an office PC), a salt of its own. */
export const newArgon2idParameters = (): Argon2idParameters => ({
  name: 'argon2id',
  memoryKiB: 64 * 1024,
  iterations: 3,
  parallelism: 1,
  salt: randomBytes(16),
});

/**
 * Bounds for parameters that come from elsewhere (the office key on the server): below, guessing would be cheap; above,
 * they would only be meant to freeze the machine.
 */
export const isSaneArgon2id = (parameters: Argon2idParameters): boolean =>
  between(parameters.memoryKiB, 19 * 1024, 256 * 1024) &&
  between(parameters.iterations, 1, 10) &&
  between(parameters.parallelism, 1, 4) &&
  between(parameters.salt.byteLength, 16, 64);

const between = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;
