/** What was kept and what is added; where two are of the same thing, the added one. */
export const newerWins = <T>(kept: readonly T[], added: readonly T[], isSame: (a: T, b: T) => boolean): T[] => [
  ...kept.filter((item) => !added.some((other) => isSame(item, other))),
  ...added,
];
