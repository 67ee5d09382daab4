import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupLines } from '../../../src/core/documents/group-lines';
import type { Glyph, TextAngle } from '../../../src/core/documents/group-lines';
import { readingFrame } from '../../../src/core/documents/reading-frame';

/** Glyphs of one text, 10 points high and 5 wide, read in direction `angle` from (x, y). Spaces leave a gap only. */
function glyphs(text: string, x: number, y: number, angle: TextAngle = 0): Glyph[] {
  return Array.from(text).flatMap((char, index) => {
    if (char === ' ') return [];
    const s = index * 5;
    const box = { 0: [s, -2, s + 5, 8], 90: [-8, s, 2, s + 5], 180: [-s - 5, -8, -s, 2], 270: [-2, -s - 5, 8, -s] }[
      angle
    ];
    const [left = 0, bottom = 0, right = 0, top = 0] = box;
    const dx = angle === 0 ? s : angle === 180 ? -s : 0;
    const dy = angle === 90 ? s : angle === 270 ? -s : 0;
    return [{ char, x: x + dx, y: y + dy, left: x + left, bottom: y + bottom, right: x + right, top: y + top, angle }];
  });
}

it('words by gaps, lines by baseline, top to bottom, whatever the drawing order', () => {
  const lines = groupLines([
    ...glyphs('second line', 40, 680),
    ...glyphs('SIN', 300, 700),
    ...glyphs('first', 40, 700),
  ]);
  expect(lines.map(({ text }) => text)).toEqual(['first SIN', 'second line']);
  expect(lines[0]?.words[1]?.rect).toEqual([300, 700, 15, 8]);
});

it('a small slip of the baseline (accents, exponents) stays on the line', () => {
  expect(groupLines([...glyphs('a', 40, 700), ...glyphs('b', 45, 701.5)]).map(({ text }) => text)).toEqual(['ab']);
});

it('text of each direction keeps its angle and its place in user space', () => {
  const [up] = groupLines(glyphs('Hi', 100, 200, 90));
  expect(up).toMatchObject({ text: 'Hi', angle: 90, rect: [92, 200, 8, 10] });
  const [down] = groupLines(glyphs('Hi', 100, 200, 270));
  expect(down).toMatchObject({ text: 'Hi', angle: 270, rect: [100, 190, 8, 10] });
  const [back] = groupLines(glyphs('Hi', 100, 200, 180));
  expect(back).toMatchObject({ text: 'Hi', angle: 180, rect: [90, 192, 10, 8] });
});

it('a reading frame gives every rectangle back where it was', () => {
  const angle = fc.constantFrom<TextAngle>(0, 90, 180, 270);
  const n = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(angle, n, n, n, n, (turned, x, y, left, bottom) => {
      const lines = groupLines(glyphs('some text', x + left, y + bottom, turned));
      const page = { page: 1, width: 612, height: 792, rotation: 0, origin: [left, bottom], lines } as const;
      const frame = readingFrame(page);
      expect(frame.lines.map(({ text }) => text)).toEqual(['some text']);
      expect(frame.lines[0]?.rect[2]).toBe(45);
      expect(frame.toUserSpace(frame.lines[0]?.rect ?? [0, 0, 0, 0])).toEqual(lines[0]?.rect);
    }),
  );
});
