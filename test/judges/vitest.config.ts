import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Outside judges: programs that share no code with the product. Apart from `npm test`, because they are not from npm. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'judges',
    environment: 'node',
    include: ['test/judges/**/*.test.ts'],
    globalSetup: ['test/judges/install-judges.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
