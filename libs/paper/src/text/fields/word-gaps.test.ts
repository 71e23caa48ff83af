import { expect, it } from 'vitest';
import type { CellLine } from '../cell-lines.js';
import type { ReadLine } from '../text-recogniser.js';
import { withWordGaps } from './word-gaps.js';

/** Letters 8 wide and 10 tall with a gap of 2 after each; of 8 where `written` has a blank. */
function drawn(written: string, read: string): [ReadLine, CellLine] {
  const glyphs: CellLine['glyphs'] = [];
  let x = 100;
  for (const letter of written) {
    if (letter !== ' ') glyphs.push({ left: x, right: x + 8, top: 50, bottom: 60 });
    x += letter === ' ' ? 6 : 10;
  }
  const box = { left: 100, right: glyphs.at(-1)!.right, top: 50, bottom: 60 };
  const picture = { width: box.right - box.left + 6, height: 16, pixels: new Uint8Array() };
  const places = read.includes(' ') ? [...read].filter((text) => text !== ' ') : [...read];
  const characters = places.map((text, index) => {
    const { left, right } = glyphs[index]!;
    return { text, probability: 0.9, left: left - 97, right: right - 97 };
  });
  return [
    { text: read, characters },
    { box, picture, glyphs },
  ];
}

it.each([
  ['ORACLE CORP CMN', 'ORACLECORPCMN', 'ORACLE CORP CMN'],
  ['ORACLE', 'ORACLE', 'ORACLE'],
  // A narrow letter was lost, or stands alone: no blank in front of a full stop or in a number.
  ['AMAZON .COM INC', 'AMAZON.COMINC', 'AMAZON.COM INC'],
  ['REV 5. 25%', 'REV5.25%', 'REV 5.25%'],
])('finds the words of "%s"', (written, read, expected) => {
  expect(withWordGaps(...drawn(written, read)).text).toBe(expected);
});

it('leaves a line of few letters as it is', () => {
  const [line, found] = drawn('A B', 'AB');
  expect(withWordGaps(line, found)).toBe(line);
});
