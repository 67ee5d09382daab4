/** Every other seed, the documented POSTs know no Idempotency-Key, as GEM-BOOKS publishes them: the page must look first. */
export const documentedPosts = (seed: number): NodeJS.ProcessEnv =>
  seed % 2 === 0 ? {} : { SANDBOX_KEYED_CLIENTS: 'off' };
