import type { Hono } from 'hono';
import { CAPABILITIES, FURTHER_CAPABILITIES } from '../../../src/contract/capabilities.schema';
import type { SandboxContext } from '../context';

export function capabilityRoutes(extension: Hono, { settings, now }: SandboxContext): void {
  extension.get('/capabilities', (c) =>
    c.json({
      data: {
        version: '1',
        capabilities: [...CAPABILITIES, ...FURTHER_CAPABILITIES],
        serverTime: now().toISOString(),
        uploadPartBytes: settings.uploadPartBytes,
        intakeForm: settings.intakeForm,
        sandbox: true,
      },
    }),
  );
}
