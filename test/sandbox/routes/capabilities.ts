import type { Hono } from 'hono';
import { CAPABILITIES, EXTENSION_VERSION, FURTHER_CAPABILITIES } from '../../../src/contract/capabilities.schema';
import type { SandboxContext } from '../context';

export function capabilityRoutes(extension: Hono, { settings, now }: SandboxContext): void {
  extension.get('/capabilities', (c) =>
    c.json({
      data: {
        version: EXTENSION_VERSION,
        capabilities: [...CAPABILITIES, ...FURTHER_CAPABILITIES],
        serverTime: now().toISOString(),
        uploadPartBytes: settings.uploadPartBytes,
        intakeForm: settings.intakeForm,
        sandbox: true,
      },
    }),
  );
}
