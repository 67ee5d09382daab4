import { Unfamiliar } from './unfamiliar';

interface Placed {
  /** Where its bytes begin and end (exclusive), in what it was read from. */
  readonly start: number;
  readonly end: number;
}

export interface PdfDict extends Placed {
  readonly kind: 'dict';
  readonly entries: ReadonlyMap<string, PdfValue>;
}

export interface PdfArray extends Placed {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}

export interface PdfRef extends Placed {
  readonly kind: 'ref';
  readonly number: number;
  readonly generation: number;
}

/** A PDF object (ISO 32000-1 §7.3) with its place, so that what is kept is copied as it was written. */
export type PdfValue =
  | PdfDict
  | PdfArray
  | PdfRef
  | (Placed & { readonly kind: 'number'; readonly value: number })
  | (Placed & { readonly kind: 'name'; readonly value: string })
  | (Placed & { readonly kind: 'string' })
  | (Placed & { readonly kind: 'word'; readonly value: 'true' | 'false' | 'null' });

export function asDict(value: PdfValue | undefined): PdfDict {
  if (value?.kind !== 'dict') throw new Unfamiliar('no dictionary');
  return value;
}

export function asArray(value: PdfValue | undefined): PdfArray {
  if (value?.kind !== 'array') throw new Unfamiliar('no array');
  return value;
}

export function asRef(value: PdfValue | undefined): PdfRef {
  if (value?.kind !== 'ref') throw new Unfamiliar('no reference');
  return value;
}

/** A whole number from 0. */
export function asCount(value: PdfValue | undefined): number {
  if (value?.kind !== 'number' || !Number.isSafeInteger(value.value) || value.value < 0) {
    throw new Unfamiliar('no count');
  }
  return value.value;
}

export const nameOf = (value: PdfValue | undefined): string | null => (value?.kind === 'name' ? value.value : null);
