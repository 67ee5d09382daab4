import { randomBytes } from './random-bytes';
import { toHex } from './hex';

/** The `NewId` of `core/ids`: 128 random bits as 32 lower-case hex digits. */
export const randomId = <T extends string>(): T => toHex(randomBytes(16)) as T;
