import { describe, expect, it } from 'vitest';
import { examinePdf } from '../../corpus/pdf/examine-pdf';
import { fixture, traps } from './fictitious-office';
import { nodePdfium } from './node-pdfium';

const pdfs = traps.filter(({ file }) => file.endsWith('.pdf'));
const answerFor = async (file: string) => examinePdf(await nodePdfium(), fixture(`test/fixtures/traps/${file}`));

describe('what the corpus says of each trap', () => {
  it.each(pdfs)('$file', async ({ file, refusal }) => {
    const answer = await answerFor(file);
    const signed = file === 'already-signed.pdf';
    const expected = refusal ?? (file === 'broken-xref.pdf' ? 'pdf/damaged' : undefined);
    expect(answer.code).toBe(expected);
    expect(answer.outcome).toBe(expected ? 'refused' : signed ? 'untouched-signed' : 'prepared');
    expect(answer.prefix).toBe(expected === undefined);
    // Nine digits in a row would be somebody's number.
    expect(JSON.stringify(answer.facts)).not.toMatch(/\d{3}[ -]?\d{3}[ -]?\d{3}/);
  });

  it('permissions, encryption and signatures are told as they are', async () => {
    expect(await answerFor('owner-password-only.pdf')).toMatchObject({
      encrypted: true,
      traits: { withheld: expect.arrayContaining(['changes', 'annotations']) },
    });
    expect(await answerFor('needs-password.pdf')).toMatchObject({ encrypted: true, pages: null });
    expect(await answerFor('already-signed.pdf')).toMatchObject({ signed: true, traits: { signatures: 1 } });
    expect(await answerFor('xfa.pdf')).toMatchObject({ xfa: true, pages: 1 });
    expect(await answerFor('t183-2024.pdf')).toMatchObject({
      facts: { taxYear: 2024, forms: [{ form: 'T183', page: 1 }] },
    });
  });
});
