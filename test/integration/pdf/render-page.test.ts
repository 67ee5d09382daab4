import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { seededRandom } from '../../tools/seeded-random';
import { stream, tablePdf } from '../../fixtures/generate/zoo/raw-pdf';
import type { Pdfium } from '../../../workers/pdf/pdfium';
import { renderPage } from '../../../workers/pdf/render-page';
import type { PageImage } from '../../../workers/pdf/render-page';
import { nodePdfium } from './node-pdfium';

let pdfium: Pdfium;
beforeAll(async () => {
  pdfium = await nodePdfium();
});

const t183 = new Uint8Array(readFileSync(new URL('../../fixtures/traps/t183-2024.pdf', import.meta.url)));

/** Lines at every height, so that a band out of place shows. */
const strokes = (): Uint8Array => {
  const random = seededRandom(5);
  const lines = Array.from({ length: 200 }, () => {
    const [x, y, toX, toY] = [random() * 612, random() * 792, random() * 612, random() * 792];
    return `${x.toFixed(2)} ${y.toFixed(2)} m ${toX.toFixed(2)} ${toY.toFixed(2)} l S`;
  });
  return onePage(stream(lines.join('\n')));
};

function onePage(contents: string, others: Record<number, string> = {}, annots = '', fields = ''): Uint8Array {
  const acroForm = fields === '' ? '' : `/AcroForm << /Fields [${fields}] /SigFlags 1 >>`;
  const text = tablePdf({
    1: `<< /Type /Catalog /Pages 2 0 R ${acroForm} >>`,
    2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << >> /Contents 4 0 R /Annots [${annots}] >>`,
    4: contents,
    ...others,
  });
  return Buffer.from(text, 'latin1');
}

async function drawn(bytes: Uint8Array, scale: number): Promise<PageImage> {
  const image = await renderPage(pdfium, bytes, 1, scale);
  if (!image.ok) throw new Error(image.error.code);
  return image.value;
}

/** Share of the pixels of a rectangle (points, from the bottom left) that are dark. */
function darkness({ width, height, pixels }: PageImage, [x, y, w, h]: readonly number[], scale: number): number {
  const [left = 0, right = 0] = [x, (x ?? 0) + (w ?? 0)].map((at) => Math.round((at ?? 0) * scale));
  const [bottom = 0, top = 0] = [y, (y ?? 0) + (h ?? 0)].map((at) => height - Math.round((at ?? 0) * scale));
  let dark = 0;
  for (let row = top; row < bottom; row += 1) {
    for (let column = left; column < right; column += 1)
      if ((pixels[4 * (row * width + column)] ?? 255) < 128) dark += 1;
  }
  return dark / ((right - left) * (bottom - top));
}

it('band after band, a page is the one that is drawn at once', async () => {
  const bytes = strokes();
  const scale = 3;
  const image = await drawn(bytes, scale);
  const atOnce = await pdfium.withDocument(bytes, ({ pdfium: wasm, handle }) => {
    const page = wasm.FPDF_LoadPage(handle, 0);
    const { width, height } = image;
    const buffer = wasm.pdfium.wasmExports.malloc(width * height * 4);
    const bitmap = wasm.FPDFBitmap_CreateEx(width, height, 4, buffer, width * 4);
    wasm.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    wasm.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0x11);
    const pixels = wasm.pdfium.HEAPU8.slice(buffer, buffer + width * height * 4);
    wasm.FPDFBitmap_Destroy(bitmap);
    wasm.pdfium.wasmExports.free(buffer);
    wasm.FPDF_ClosePage(page);
    return pixels;
  });
  if (!atOnce.ok) throw new Error(atOnce.failure);
  expect(image.width * image.height).toBeGreaterThan(4 * 1024 * 1024);
  // Edges are rounded a little otherwise in a band; a band out of place would turn white black.
  const furthest = image.pixels.reduce(
    (most, value, at) => Math.max(most, Math.abs(value - (atOnce.value[at] ?? 0))),
    0,
  );
  expect(furthest).toBeLessThanOrEqual(8);
});

it('a page that nobody waits for is not drawn to its end, and another is drawn meanwhile', async () => {
  let looks = 0;
  const whole = await renderPage(pdfium, t183, 1, 5, '', () => {
    looks += 1;
    return false;
  });
  expect(whole.ok).toBe(true);
  expect(looks).toBeGreaterThan(10);

  let left = false;
  let looksUntilLeft = 0;
  const stopping = renderPage(pdfium, t183, 1, 5, '', () => {
    looksUntilLeft += 1;
    return left;
  });
  const other = await renderPage(pdfium, t183, 1, 0.5);
  left = true;
  expect(await stopping).toEqual({ ok: false, error: { code: 'worker/aborted' } });
  expect(other.ok).toBe(true);
  expect(looksUntilLeft).toBeLessThan(looks);
});

it.each([0.05, 0.7, 2, 4, 50])('zoom %d: in proportion, no side over 4,096 pixels', async (scale) => {
  const { width, height, pixels } = await drawn(t183, scale);
  expect(Math.max(width, height)).toBeLessThanOrEqual(4096);
  expect(Math.abs(width / height - 612 / 792)).toBeLessThan(0.02);
  expect(pixels.length).toBe(width * height * 4);
});

it('fields and signatures are drawn as they appear', async () => {
  const [text, signature] = [
    [100, 600, 120, 30],
    [100, 200, 150, 40],
  ] as const;
  const box = ([x, y, w, h]: readonly [number, number, number, number]) => `[${x} ${y} ${x + w} ${y + h}]`;
  const black = (w: number, h: number) =>
    stream(`0 0 ${w} ${h} re f`, `/Type /XObject /Subtype /Form /BBox [0 0 ${w} ${h}]`);
  const widget = '/Type /Annot /Subtype /Widget /F 4 /P 3 0 R';
  const bytes = onePage(
    stream(''),
    {
      5: `<< ${widget} /FT /Tx /T (nom) /V (x) /Rect ${box(text)} /AP << /N 6 0 R >> >>`,
      6: black(120, 30),
      7: `<< ${widget} /FT /Sig /T (signature) /Rect ${box(signature)} /AP << /N 8 0 R >> >>`,
      8: black(150, 40),
    },
    '5 0 R 7 0 R',
    '5 0 R 7 0 R',
  );
  for (const scale of [1, 3]) {
    const image = await drawn(bytes, scale);
    expect(darkness(image, text, scale)).toBeGreaterThan(0.9);
    expect(darkness(image, signature, scale)).toBeGreaterThan(0.9);
    expect(darkness(image, [300, 400, 100, 100], scale)).toBe(0);
  }
});
