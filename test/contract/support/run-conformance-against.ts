import { onTestFinished } from 'vitest';
import type { Conformance } from '../../conformance/run-conformance';
import { runConformance } from '../../conformance/run-conformance';
import { listen } from '../../sandbox/listen';
import type { SandboxSettings } from '../../sandbox/settings';
import { DEFAULT_SETTINGS } from '../../sandbox/settings';
import { openTestSandbox } from './open-test-sandbox';
import type { TestSandbox } from './open-test-sandbox';

const MARK = 'essai';

export interface Against {
  readonly settings?: Partial<SandboxSettings>;
  readonly only?: readonly string[];
  /** A server in front of the sandbox: takes its address, answers its own. */
  readonly behind?: (url: URL) => Promise<URL>;
}

const now = () => new Date();

/** The kit against a sandbox of its own, over a socket. */
export async function runAgainst({
  settings = {},
  only,
  behind,
}: Against): Promise<Conformance & { readonly sandbox: TestSandbox & { readonly mark: string } }> {
  const sandbox = await openTestSandbox(settings, now);
  const listening = await listen(sandbox, 0, null);
  onTestFinished(() => listening.close());
  const direct = new URL(`http://127.0.0.1:${listening.port}/api/`);
  const url = behind === undefined ? direct : await behind(direct);
  const conformance = await runConformance({
    url,
    key: DEFAULT_SETTINGS.key,
    mark: MARK,
    now,
    ...(only === undefined ? {} : { only }),
  });
  return { ...conformance, sandbox: { ...sandbox, mark: MARK } };
}
