import type { Draft } from './draw-parts';
import type { DrawnPage, FaultKind, OfficePerson } from './shapes';

/** One file to be made: whose name it bears, whose content it holds, and what went wrong. Faults change it before it is drawn. */
export interface Plan {
  nameOf: OfficePerson;
  contentOf: OfficePerson;
  form: string;
  nameForm: string;
  draft: Partial<Draft>;
  nameYear: number;
  fault: FaultKind | null;
  /** Nobody of the list may receive it. */
  nobodys: boolean;
  /** Drawn after, or in place of, the document's own pages. */
  readonly extra: (() => readonly DrawnPage[])[];
  /** Another fault is one only as long as this file stays sound: the return that states the province, the first of two copies. */
  kept: boolean;
  /** Same bytes as that plan. */
  copyOf: Plan | null;
  pages: readonly DrawnPage[] | null;
}

export const plan = (person: OfficePerson, form: string, year: number, draft: Partial<Draft> = {}): Plan => ({
  nameOf: person,
  contentOf: person,
  form,
  nameForm: form,
  draft,
  nameYear: year,
  fault: null,
  nobodys: false,
  extra: [],
  kept: false,
  copyOf: null,
  pages: null,
});
