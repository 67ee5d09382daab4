/// <reference types="svelte" />
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import type { EvidenceMark } from '../../../src/core/documents/evidence-marks';
import type { LocalClientId } from '../../../src/core/ids';
import { UpdateControl } from '../../../src/pwa/update-control.svelte';
import App from '../../../src/ui/App.svelte';
import '../../../src/ui/styles/base.css';
import '../../../src/ui/styles/tokens.css';
import { FakeApp } from '../../fakes/fake-app.svelte';
import { fakeDocumentRow } from '../../fakes/fake-rows';

const A4 = { width: 612, height: 792, rotation: 0 } as const;
const NUMBER: EvidenceMark = { code: 'content-client-number', supports: true, page: 1, rect: [100, 700, 60, 12] };
const FOREIGN: EvidenceMark = { code: 'foreign-sin', supports: false, page: 2, rect: [300, 200, 80, 12] };

let app: FakeApp;
beforeEach(async () => {
  await page.viewport(1440, 900);
  location.hash = '#/envois';
  app = new FakeApp();
  app.documentRows = [
    fakeDocumentRow('d', 'Line Fictive', {
      status: 'blocked',
      pages: [A4, A4],
      concordance: {
        grade: 'contradiction',
        evidence: [
          { code: 'content-client-number', supports: true, page: 1 },
          { code: 'foreign-sin', supports: false, page: 2 },
        ],
      },
    }),
    fakeDocumentRow('c', 'Anne Fictive', {
      form: 'T1',
      placement: { kind: 'none-needed' },
      spouse: { id: 'local-bob' as LocalClientId, name: 'Bob Inventé', consented: false },
    }),
    fakeDocumentRow('e', null, {
      candidates: ['un', 'deux', 'trois'].map((id) => ({
        id: id as LocalClientId,
        name: 'Claude Pareil',
        city: id === 'un' ? 'Lévis' : 'Gatineau',
      })),
    }),
  ];
  app.marks = new Map([
    ['local-d', [NUMBER, FOREIGN]],
    ['deux', [{ ...NUMBER, code: 'content-postal-code' }]],
    ['trois', [FOREIGN]],
  ]);
  await render(App, { app, update: new UpdateControl(() => null) });
  await userEvent.upload(page.getByLabelText('Fichier .zip'), new File(['x'], 't183.zip'));
  await button('Aperçu').click();
});
afterEach(cleanup);

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const marks = (within: ParentNode = document) => [...within.querySelectorAll<HTMLElement>('[data-evidence]')];
const shareOf = (mark: HTMLElement | undefined): readonly [left: number, bottom: number] => {
  const sheet = mark?.parentElement?.getBoundingClientRect() ?? new DOMRect();
  const place = mark?.getBoundingClientRect() ?? new DOMRect();
  return [(place.left - sheet.left) / sheet.width, (sheet.bottom - place.bottom) / sheet.height];
};

describe('evidence on the page', () => {
  it('opens on what contradicts, marked where it is printed, by more than its colour', async () => {
    await page.getByRole('row', { name: /Line Fictive/ }).click();
    await expect.element(page.getByText('Page 2 de 2', { exact: true })).toBeVisible();
    await expect.poll(() => marks().map((mark) => mark.dataset['evidence'])).toEqual(['foreign-sin']);
    const [against] = marks();
    expect(getComputedStyle(against ?? document.body).outlineStyle).toBe('dashed');
    const [left, bottom] = shareOf(against);
    expect(left).toBeCloseTo(300 / 612, 2);
    expect(bottom).toBeCloseTo(200 / 792, 2);
  });

  it('a line of evidence, by keyboard, brings its page and its mark into sight', async () => {
    await page.getByRole('row', { name: /Line Fictive/ }).click();
    await expect.poll(() => marks().length).toBe(1);
    const ask = button(/numéro de client.*page 1/i);
    (ask.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Page 1 de 2', { exact: true })).toBeVisible();
    await expect.poll(() => marks().map((mark) => mark.dataset['evidence'])).toEqual(['content-client-number']);
    const [asked] = marks();
    await expect.poll(() => getComputedStyle(asked ?? document.body).boxShadow).not.toBe('none');
    const sees = (mark: HTMLElement): boolean => {
      const place = mark.getBoundingClientRect();
      const middle = document.elementsFromPoint(place.left + place.width / 2, place.top + place.height / 2);
      // The mark lets clicks through to the page under it: that page is what must be there.
      return middle.some((node) => node === mark.parentElement || mark.parentElement?.contains(node));
    };
    await expect.poll(() => asked !== undefined && sees(asked)).toBe(true);
    expect(document.activeElement).toBe(ask.element());
  });
});

describe('the consent of a spouse', () => {
  it('is recorded from the copy it is for, with who, when and how; and withdrawn there', async () => {
    await page.getByRole('row', { name: /Anne Fictive/ }).click();
    await expect.element(page.getByText('Bob Inventé n’en reçoit pas copie')).toBeVisible();
    await button('Noter le consentement').click();
    await expect.element(button('Noter')).toBeDisabled();
    await page.getByLabelText('Donné comment').selectOptions('en personne');
    await page.getByLabelText('Donné le').fill('2026-03-01');
    await page.getByLabelText('Reçu par').fill('Odile Fictive');
    await userEvent.keyboard('{Enter}');
    const given = page.getByText(/consentement en personne du 2026-03-01, reçu par Odile Fictive/);
    await expect.element(given).toBeVisible();
    expect(app.consents).toEqual([
      { client: 'local-c', spouse: 'local-bob', how: 'in-person', on: '2026-03-01', by: 'Odile Fictive' },
    ]);
    await button('Retirer le consentement').click();
    await expect.element(page.getByText('Bob Inventé n’en reçoit pas copie')).toBeVisible();
    expect(app.consents).toEqual([]);
  });

  it('cannot be of a day to come', async () => {
    await page.getByRole('row', { name: /Anne Fictive/ }).click();
    await button('Noter le consentement').click();
    await page.getByLabelText('Reçu par').fill('Odile Fictive');
    await expect.element(button('Noter')).toBeEnabled();
    await page.getByLabelText('Donné le').fill('2099-01-01');
    await expect.element(button('Noter')).toBeDisabled();
  });
});

describe('namesakes side by side', () => {
  const dialog = page.getByRole('dialog');
  const shown = () =>
    [...document.querySelectorAll('dialog .pair > section')].map((section) => section.getAttribute('aria-label'));

  it('each with what the pages show of them, and a third in the second’s place', async () => {
    await page.getByRole('row', { name: /inconnu e\.pdf/ }).click();
    await expect.element(button('Associer à Claude Pareil · Lévis')).toBeVisible();
    await button('Comparer côte à côte').click();
    await expect.poll(() => shown()).toEqual(['Cliente Fictive un', 'Cliente Fictive deux']);
    const [first, second] = document.querySelectorAll('dialog .pair > section');
    expect(marks(first).length).toBe(0);
    await expect.poll(() => marks(second).map((mark) => mark.dataset['evidence'])).toEqual(['content-postal-code']);
    const third = dialog.getByRole('button', { name: 'Cliente Fictive trois', exact: true });
    await expect.element(third).toHaveAttribute('aria-pressed', 'false');
    await third.click();
    await expect.element(third).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => shown()).toEqual(['Cliente Fictive un', 'Cliente Fictive trois']);
  });

  it('whoever it is, one press says so; Escape decides nothing', async () => {
    await page.getByRole('row', { name: /inconnu e\.pdf/ }).click();
    await button('Comparer côte à côte').click();
    await expect.element(dialog).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
    expect(app.asked.decisions).toEqual([]);
    await button('Comparer côte à côte').click();
    await dialog.getByRole('button', { name: 'Associer à Cliente Fictive deux' }).click();
    await expect.poll(() => document.querySelector('dialog')).toBeNull();
    expect(app.asked.decisions).toEqual([['e', { kind: 'assign', clientId: 'deux' }]]);
  });
});
