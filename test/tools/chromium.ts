import { existsSync } from 'node:fs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Flags of every test browser: no sandbox (root in CI), no calls home, a locale (`en-US@posix` breaks Intl). */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The browser asks Google about the shape of every form it meets, under the page's isolation key: not a request of ours
  // (its initiator is no origin), and an office turns it off by policy (docs/threat-model.md).
  '--disable-features=AutofillServerCommunication',
  '--disable-dev-shm-usage',
  '--lang=en-CA',
];

/** `CHROMIUM_PATH`, else an installed Chrome, Edge or Chromium, else the one inside `@sparticuz/chromium`. */
export async function chromiumPath(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
