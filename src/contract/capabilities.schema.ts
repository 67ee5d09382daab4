import { extensionItem } from './extension-list';
import { instant } from './wire';
import { z } from './zod';

/** What this version names; a server may add its own. */
export const CAPABILITIES = [
  'account-managers',
  'clients',
  'deliveries',
  'email-templates',
  'envelopes',
  'invitations',
  'office',
  'uploads',
] as const;

export type Capability = (typeof CAPABILITIES)[number];

export const capabilitiesSchema = extensionItem(
  z.looseObject({
    version: z.string(),
    capabilities: z.array(z.string()),
    /** The page compares it with its own clock. */
    serverTime: instant,
    /** Largest part of an upload, in bytes. */
    uploadPartBytes: z.int().check(z.positive()),
    sandbox: z.boolean(),
  }),
);

export type Capabilities = z.infer<typeof capabilitiesSchema>['data'];
