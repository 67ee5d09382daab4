/** Told apart by letter too. On the page's white in both themes: ≥ 4.5:1, also under white letters. */
const COLOURS = ['#0b57d0', '#a52822', '#22653a', '#8a1c7c', '#7d4a00', '#00617a', '#4b3fae', '#5a5f00'] as const;

export const colourOf = (index: number): string => COLOURS[index % COLOURS.length] ?? COLOURS[0];

/** A, B, C… as on a plan. */
export const letterOf = (index: number): string => String.fromCharCode(65 + (index % 26));
