import type { OutboxTask } from './outbox-entry';

/**
 * What a person did outside of this app, as noted here. `exported`: the package that holds it was written on the disk,
 * which is not sending. `transmitted`: put in a secure folder and shared. `signed`: the signed copy came back. `done`:
 * corrected in GEM-BOOKS.
 */
export type HandMarkName = 'exported' | 'transmitted' | 'signed' | 'done';

export interface HandMark {
  readonly name: HandMarkName;
  /** The day it was done: ISO date, local. */
  readonly on: string;
  /** When it was noted: epoch milliseconds. */
  readonly at: number;
  /** `recognised`: GEM-BOOKS was read, and shows it. */
  readonly how: 'hand' | 'recognised';
}

type HandTask = Extract<OutboxTask, { readonly kind: `hand-${string}` }>;

/** A task that no route of this server carries: a person does it, and it is followed here. */
export const isHandTask = (task: OutboxTask): task is HandTask => task.kind.startsWith('hand-');

export const markOf = (marks: readonly HandMark[], name: HandMarkName): HandMark | null =>
  marks.find((mark) => mark.name === name) ?? null;

/** One mark per name: a later one corrects the day. */
export const withMark = (marks: readonly HandMark[], mark: HandMark): readonly HandMark[] => [
  ...marks.filter(({ name }) => name !== mark.name),
  mark,
];

/** What follows from a mark goes with it: an envelope that was not transmitted after all was not signed either. */
export function withoutMark(marks: readonly HandMark[], name: HandMarkName): readonly HandMark[] {
  return marks.filter((mark) => mark.name !== name && !(name === 'transmitted' && mark.name === 'signed'));
}

/** Nothing is left for a person to do. An exported package is not yet transmitted. */
export const isHandDone = (marks: readonly HandMark[]): boolean =>
  marks.some(({ name }) => name === 'done' || name === 'transmitted' || name === 'signed');

/** How far an envelope that goes by hand has come: exported is not yet transmitted. */
export function handStep(marks: readonly HandMark[]): 'prepared' | 'exported' | 'transmitted' {
  if (isHandDone(marks)) return 'transmitted';
  return markOf(marks, 'exported') ? 'exported' : 'prepared';
}
