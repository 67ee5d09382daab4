import { extensionItem } from './extension-list';
import { instant } from './wire';
import { z } from './zod';

/**
 * Of the extension. Its first number is that of the prefix `impot-sync/v1/`: a server of another major version answers
 * under another prefix. A minor number may follow (`1.4`), and only tells what a client need not know.
 */
export const EXTENSION_VERSION = '1';

/** What a server with the extension must have: without one of these the page says so and does not send. */
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

/** What a server may have besides; a screen that needs one of these says when it is absent. It may add its own. */
export const FURTHER_CAPABILITIES = [
  'device-keys',
  'email-templates-edit',
  'envelope-events',
  'envelope-labels',
  'envelope-reminders',
  'envelope-void',
  'intake',
  'invitation-templates',
  'settings',
  'signed-copies',
  'tasks',
  'tasks-bulk',
] as const;

export type Capability = (typeof CAPABILITIES)[number];
export type FurtherCapability = (typeof FURTHER_CAPABILITIES)[number];

export const capabilitiesSchema = extensionItem(
  z.looseObject({
    version: z.string(),
    capabilities: z.array(z.string()),
    /** The page compares it with its own clock. */
    serverTime: instant,
    /** Largest part of an upload, in bytes. */
    uploadPartBytes: z.int().check(z.positive()),
    /** Public name of the office's website form, with `intake`. */
    intakeForm: z.optional(z.nullable(z.string())),
    sandbox: z.boolean(),
  }),
);

export type Capabilities = z.infer<typeof capabilitiesSchema>['data'];
