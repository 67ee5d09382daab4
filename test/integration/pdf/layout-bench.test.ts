import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OfficeLayout } from '../../../src/core/forms/office-layout';
import type { TriedDocument } from '../../../src/worker-bridge/layout-bench-api';
import { LayoutBench } from '../../../workers/documents/layout-bench';
import type { Pdfium } from '../../../workers/pdf/pdfium';
import { nodePdfium } from './node-pdfium';

const fileOf = (path: string): File => {
  const name = path.split('/').at(-1) ?? path;
  return new File([readFileSync(new URL(`../../../${path}`, import.meta.url))], name);
};
const T183 = 'test/fixtures/traps/t183-2024.pdf';
const ZIP = 'public/fictif/t183-2025.zip';

let pdfium: Pdfium;
beforeAll(async () => {
  pdfium = await nodePdfium();
});
const newBench = () => new LayoutBench(async () => pdfium);

async function opened(path: string, code: 'T183' | 'TP-1000.TE' = 'T183', offices: readonly OfficeLayout[] = []) {
  const bench = newBench();
  const form = await bench.open(fileOf(path));
  if (!form.ok) throw new Error(form.error.code);
  const choice = { form: code, taxYear: form.value.taxYear ?? 2025 };
  const survey = bench.survey(choice, offices);
  if (!survey.ok) throw new Error(survey.error.code);
  return { bench, form: form.value, choice, survey: survey.value };
}

describe('a form on the bench', () => {
  it('is recognised, and every layout of it is laid over its pages', async () => {
    const { form, survey } = await opened(T183);
    expect(form).toMatchObject({ forms: ['T183'], taxYear: 2024 });
    expect(survey.layouts.map(({ id }) => id)).toEqual(['labels', 'table-0', 'table-1']);
    const [labels] = survey.layouts;
    expect(labels?.fields.map(({ kind, part }) => part ?? kind)).toContain('signature');
  });

  it('is kept by the office, and serves the next document of its print at the same places', async () => {
    const { bench, choice, survey } = await opened(T183);
    const fields = (survey.layouts[0]?.fields ?? []).map((field) => ({
      ...field,
      rect: [field.rect[0] + 5, field.rect[1] + 7, field.rect[2], field.rect[3]] as const,
    }));
    const layout = bench.learn({ ...choice, fields });
    if (!layout.ok) throw new Error(layout.error.code);
    const again = await opened(T183, 'T183', [layout.value]);
    expect(again.survey.current).toMatchObject({ kind: 'placed', basis: 'office' });
    const office = again.survey.layouts.find(({ source }) => source.kind === 'office');
    expect(office?.fields.map(({ rect }) => rect.map(Math.round))).toEqual(
      fields.map(({ rect }) => rect.map(Math.round)),
    );
    expect(office).toMatchObject({ fit: 'fits', offset: 0, shift: { kind: 'proposed', dx: 0, dy: 0, spread: 0 } });
  });

  it('refuses fields outside its pages, and a choice before any form', async () => {
    const { bench, choice } = await opened(T183);
    const field = { kind: 'signature', signer: 'taxpayer', page: 1, rect: [600, 20, 190, 28] } as const;
    expect(bench.learn({ ...choice, fields: [field] })).toMatchObject({ error: { code: 'layout/outside-page' } });
    expect(newBench().survey(choice, [])).toMatchObject({ error: { code: 'layout/no-form' } });
    expect(newBench().learn({ ...choice, fields: [field] })).toMatchObject({ error: { code: 'layout/no-form' } });
  });

  it('may be XFA, which no batch takes: nothing of it leaves', async () => {
    expect(await newBench().open(fileOf('test/fixtures/traps/xfa.pdf'))).toMatchObject({ ok: true });
  });

  it.each([
    ['test/fixtures/traps/needs-password-aes128.pdf', 'pdf/needs-password'],
    ['test/fixtures/traps/damaged.pdf', 'pdf/damaged'],
  ])('%s is refused by name', async (path, code) => {
    expect(await newBench().open(fileOf(path))).toMatchObject({ ok: false, error: { code } });
  });

  it('draws its pages, and those of what it was tried on', async () => {
    const { bench, choice, survey } = await opened(T183);
    const layout = { ...choice, fields: survey.layouts[0]?.fields ?? [] };
    expect(await bench.image(0, 1, 1)).toMatchObject({ ok: false, error: { code: 'layout/no-form' } });
    await bench.tryOn(layout, [fileOf(T183)], () => undefined);
    const [form, tried] = [await bench.image(null, 1, 1), await bench.image(0, 1, 1)];
    if (!form.ok || !tried.ok) throw new Error('not drawn');
    expect(Buffer.from(tried.value.pixels).equals(Buffer.from(form.value.pixels))).toBe(true);
  });
});

describe('a layout tried on a batch', () => {
  async function triedOn(files: readonly File[], year?: number) {
    const { bench, choice, survey } = await opened(T183);
    const tried: TriedDocument[] = [];
    const counts: number[] = [];
    const fields = survey.layouts[0]?.fields ?? [];
    const result = await bench.tryOn({ ...choice, taxYear: year ?? choice.taxYear, fields }, files, (one, done) => {
      tried.push(one);
      counts.push(done);
    });
    return { result, tried, counts };
  }

  it('agrees with its own print, and says what is of another year, another form, or unreadable', async () => {
    const files = [T183, ZIP, 'test/fixtures/traps/tp-1000-te.pdf', 'test/fixtures/traps/damaged.pdf'].map(fileOf);
    const { result, tried, counts } = await triedOn(files);
    expect(result).toEqual({ ok: true, value: null });
    expect(counts).toEqual(Array.from({ length: 28 }, (_, at) => at + 1));
    expect(tried.map(({ index }) => index)).toEqual(counts.map((count) => count - 1));
    expect(tried[0]).toMatchObject({ trial: { verdict: 'agrees', distance: 0, labelFound: true } });
    expect(new Set(tried.slice(1, 26).map(({ trial }) => trial.verdict))).toEqual(new Set(['other-year']));
    expect(tried[26]).toMatchObject({ trial: { verdict: 'other-form', fields: [] }, refusal: null });
    expect(tried[27]).toMatchObject({ pages: [], refusal: { code: 'pdf/damaged' } });
  });

  it('needs documents', async () => {
    const { result } = await triedOn([new File(['x'], 'vide.zip')]);
    expect(result.ok).toBe(false);
  });
});
