import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Language } from '../../../src/core/language';
import { websiteFormSnippet } from '../../../src/website-form/snippet';

export interface OfficeSite {
  readonly url: string;
  close(): void;
}

/** The office's own site: another origin, under a strict policy, with the snippet (`pasted`, else ours) and nothing else; `/en` in English. */
export async function officeSite(
  origin: string,
  pasted: Readonly<Partial<Record<Language, string>>> = {},
): Promise<OfficeSite> {
  const site = createServer((request, response) => {
    const language = request.url === '/en' ? 'en' : 'fr';
    const options = { origin, apiBase: '/api/', form: 'cabinet-fictif', consent: '' };
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; script-src ${origin}; connect-src ${origin}; form-action ${origin}; require-trusted-types-for 'script'`,
    });
    response.end(
      `<!doctype html><html lang="${language}"><meta name="viewport" content="width=device-width"><title>Bureau fictif</title><h1>Bureau fictif</h1>${pasted[language] ?? websiteFormSnippet({ ...options, language })}</html>`,
    );
  });
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(site.address() as AddressInfo).port}`, close: () => void site.close() };
}
