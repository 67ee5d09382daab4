import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

const language = z.enum(['fr', 'en']);

const officeSeed = z.object({
  accountManagers: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })).check(z.minLength(1)),
  clients: z.array(z.record(z.string(), z.unknown())),
  invitations: z.array(
    z.object({ email: z.string(), clientIds: z.array(z.int()), language, status: z.enum(['invited', 'connected']) }),
  ),
  clientExtras: z.array(
    z.object({ id: z.int(), language: z.nullable(language), accountManagerId: z.nullable(z.string()) }),
  ),
});

export type OfficeSeed = z.infer<typeof officeSeed>;

/** The fictitious office, as `office-seed.json` holds it. Throws when it does not have that shape. */
export const parseOffice = (value: unknown): OfficeSeed => z.parse(officeSeed, value);

const clientList = z.array(z.record(z.string(), z.unknown()));

/** `SANDBOX_CLIENTS`: a JSON list of documented client objects (or `{data: […]}` as the API answers), every field kept. */
export function readClientsFile(path: string): OfficeSeed['clients'] {
  const parsed = z.parse(z.union([clientList, z.object({ data: clientList })]), JSON.parse(readFileSync(path, 'utf8')));
  return Array.isArray(parsed) ? parsed : parsed.data;
}
