import { luhnCheckDigit } from '../../fixtures/generate/fictitious-sin';

export interface Person {
  readonly first: string;
  readonly last: string;
  readonly name: string;
  readonly sin: string;
}

/** @param eight the first digits of a fictitious SIN. */
export const person = (first: string, last: string, eight: string): Person => ({
  first,
  last,
  name: `${first} ${last}`,
  sin: eight + luhnCheckDigit(eight),
});
