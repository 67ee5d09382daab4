import { config } from 'zod/mini';

/**
 * The contract's zod. Schemas must be made after this line has run: zod compiles object parsers with `new Function`
 * unless told not to when the schema is made, and under our CSP even its caught attempt is reported as a violation.
 */
config({ jitless: true });

export * as z from 'zod/mini';
