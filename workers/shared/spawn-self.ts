interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
// The same policy as the page's own, made once more: each global has its own.
const policy = factory?.createPolicy('impot-sync-url', { createScriptURL: (url) => url });

/** This worker's own script, run once more in a worker beneath it; it ends with this one. `name` tells it its part. */
export function spawnSelf(name: string): Worker {
  const url = (policy?.createScriptURL(self.location.href) as string | undefined) ?? self.location.href;
  return new Worker(url, { type: 'module', name });
}
