/// <reference types="svelte" />
import type Axe from 'axe-core';
import axeSource from 'axe-core/axe.min.js?raw';
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { UpdateControl } from '../../../src/pwa/update-control.svelte';
import App from '../../../src/ui/App.svelte';
import '../../../src/ui/styles/base.css';
import '../../../src/ui/styles/tokens.css';
import { FakeApp } from '../../fakes/fake-app.svelte';

/** A wide window on the home page, and an app behind it that answers at once. */
export async function freshApp(): Promise<FakeApp> {
  await page.viewport(1440, 900);
  location.hash = '#/accueil';
  return new FakeApp();
}

export async function openApp(app: FakeApp): Promise<void> {
  await render(App, { app, update: new UpdateControl(() => null) });
}

export const link = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
export const heading = (name: string) => page.getByRole('heading', { level: 1, name });
export const button = (name: string | RegExp) => page.getByRole('button', { name });

export async function go(name: string): Promise<void> {
  await link(name).click();
  await expect.element(heading(name)).toBeVisible();
}

/** Opens a screen, gives its form a file and presses Aperçu. */
export async function previewed(app: FakeApp, screen: string, label: string, file: string): Promise<void> {
  await openApp(app);
  await go(screen);
  await page.getByLabelText(label, { exact: true }).upload(new File(['x'], file));
  await button('Aperçu').click();
  await expect.element(page.getByRole('table', { name: 'Aperçu' })).toBeVisible();
}

/** Loaded as text: a dependency that Vite finds in the middle of a test makes it load the page again. */
function loadedAxe(): typeof Axe {
  const known = (globalThis as { axe?: typeof Axe }).axe;
  if (known) return known;
  const script = document.createElement('script');
  script.textContent = axeSource;
  document.head.append(script);
  return loadedAxe();
}

/** In both themes. Not the serious ones only: there is no reason to live with the others. */
export async function accessibilityProblems(): Promise<string[]> {
  const root = document.documentElement;
  const chosen = root.dataset['theme'];
  const problems: string[] = [];
  for (const theme of ['light', 'dark']) {
    root.dataset['theme'] = theme;
    const { violations } = await loadedAxe().run(document, { resultTypes: ['violations'] });
    problems.push(...violations.map(({ id, impact, nodes }) => `${theme} ${impact} ${id} ${nodes[0]?.html ?? ''}`));
  }
  if (chosen === undefined) delete root.dataset['theme'];
  else root.dataset['theme'] = chosen;
  return problems;
}
