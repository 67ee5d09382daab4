import { expect, it } from 'vitest';
import { websiteFormSnippet } from '../../../src/website-form/snippet';

const OPTIONS = {
  origin: 'https://bureau.example',
  apiBase: '/api/',
  form: 'cabinet-fictif',
  language: 'fr',
  consent: '',
} as const;

it('is a plain form to the office’s own address, and the script that takes its place', () => {
  const html = websiteFormSnippet(OPTIONS);
  expect(html).toContain('action="https://bureau.example/api/impot-sync/v1/intake/cabinet-fictif" method="post"');
  expect(html).toContain('<script src="https://bureau.example/impot-sync-form.js" async></script>');
  for (const name of ['name', 'email', 'phone', 'consent', 'website', 'language'])
    expect(html).toContain(` name="${name}"`);
  expect(html).toContain('J’accepte');
});

it('speaks English, and the office’s own words of consent, whatever is in them', () => {
  const html = websiteFormSnippet({ ...OPTIONS, language: 'en', consent: ' I agree <b>"fully"</b> & freely ' });
  expect(html).toContain('language="en" consent="I agree &lt;b&gt;&quot;fully&quot;&lt;/b&gt; &amp; freely"');
  expect(html).toContain('> I agree &lt;b&gt;&quot;fully&quot;&lt;/b&gt; &amp; freely</label>');
  expect(html).not.toContain('<b>');
  expect(html).toContain('Full name');
});

it('keeps a form name that is not a plain one inside its place', () => {
  expect(websiteFormSnippet({ ...OPTIONS, form: 'a/b "c"' })).toContain('/intake/a%2Fb%20%22c%22"');
});
