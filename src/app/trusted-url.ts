/**
 * The one place a script URL is made under `require-trusted-types-for 'script'`: workers and the service worker of our
 * own origin, nothing else.
 */
export function trustedScriptUrl(url: string): string {
  const absolute = new URL(url, document.baseURI);
  if (absolute.origin !== location.origin) throw new TypeError('script URL of another origin');
  return (policy?.createScriptURL(absolute.href) as string | undefined) ?? absolute.href;
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown;
}

interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
const policy = factory?.createPolicy('impot-sync-url', { createScriptURL: (url) => url });
