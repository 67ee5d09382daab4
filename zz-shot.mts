import { chromium } from 'playwright-core';
import { startSandbox } from './test/e2e/support/sandbox';
import { createVault, openApp } from './test/e2e/support/job';
const sb = await startSandbox();
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const [w,h,scheme] of [[1440,900,'light'],[390,844,'dark']] as const) {
  const ctx = await b.newContext({ viewport: { width: w, height: h }, colorScheme: scheme });
  const page = await openApp(ctx, sb.url); await createVault(page);
  await page.goto(sb.url + '/#/configurations/api'); 
  const s = page.getByRole('region', { name: 'Formulaire du site Web' }); await s.getByText('Envoyer la demande').waitFor(); await s.scrollIntoViewIfNeeded();
  await page.screenshot({ path: `/tmp/shot-${w}.png`, fullPage: true });
  console.log(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  await ctx.close();
}
await b.close(); await sb.close();
