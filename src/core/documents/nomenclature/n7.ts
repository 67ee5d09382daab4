import type { NamedIdentifier, ParsedFileName } from '../file-name';
import type { FormCode } from '../../forms/form-code';
import { parsed, readDocumentWord, readSinPart, readYear } from './parts';

/** N7: `{SIN}_{year}_{document}` in any order, parted by `_`, `-`, space or dot. Nothing else may be in the name. */
export function parseN7(stem: string): ParsedFileName | null {
  let identifier: NamedIdentifier | null = null;
  let taxYear: number | null = null;
  let form: FormCode | null = null;
  for (const part of partsOf(stem)) {
    const sin = readSinPart(part);
    const year = readYear(part);
    const document = readDocumentWord(part);
    if (sin && !identifier) identifier = sin;
    else if (year !== null && taxYear === null) taxYear = year;
    else if (document && !form) form = document;
    else return null;
  }
  return identifier && (taxYear !== null || form) ? parsed('N7', { identifier, taxYear, form }) : null;
}

/** The SIN and document codes with dashes or dots of their own are kept whole. */
function partsOf(stem: string): string[] {
  const whole =
    /(?:[\d*•●xX#]{3}[ .-][\d*•●xX#]{3}[ .-][\d*•●xX#]{3,4})|(?:TP|CO)-?1000(?:\.TE)?|(?:TP-1|CO-17|MR-69)(?![\p{L}\d]|\.\p{L})|[^_\-. ]+/giu;
  return stem.match(whole) ?? [];
}
