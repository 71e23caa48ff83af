import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDate, type GreyImage, type PaddleRecogniser } from '#rotunda/paper';
import { loadRecogniser } from './load-recogniser.js';

let recogniser: PaddleRecogniser;
beforeAll(async () => void (recogniser = await loadRecogniser()));
afterAll(() => recogniser.release());

/** Letters of a plain 5 by 7 font, five bits a row. */
const FONT: Record<string, readonly number[]> = {
  '0': [14, 17, 19, 21, 25, 17, 14],
  '1': [4, 12, 4, 4, 4, 4, 14],
  '2': [14, 17, 1, 2, 4, 8, 31],
  '5': [31, 16, 30, 1, 1, 17, 14],
  '/': [1, 1, 2, 4, 8, 16, 16],
  J: [7, 2, 2, 2, 2, 18, 12],
  T: [31, 4, 4, 4, 4, 4, 4],
};

/** @param scale pixels of a dot */
function pictureOf(text: string, scale: number): GreyImage {
  const [width, height] = [(text.length * 6 + 3) * scale, 11 * scale];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [at, letter] of [...text].entries()) {
    for (const [y, bits] of FONT[letter]!.entries()) {
      for (let x = 0; x < 5; x++) {
        if (((bits >> (4 - x)) & 1) === 0) continue;
        for (let dot = 0; dot < scale; dot++) {
          const row = (2 + y) * scale + dot;
          pixels.fill(0, row * width + (2 + at * 6 + x) * scale, row * width + (3 + at * 6 + x) * scale);
        }
      }
    }
  }
  return { width, height, pixels };
}

describe('loadRecogniser', () => {
  it('reads lines of all sizes, and gives them back in their order', async () => {
    const texts = ['02/15/21', 'JT', '12/05/20', 'JT', '01/12/21'];
    const lines = await recogniser.read(texts.map((text, at) => pictureOf(text, 3 + (at % 3))));
    expect(lines.map(({ text }) => text.trim())).toEqual(texts);
    const [first] = lines;
    expect(readDate([first!], { filedOn: '2021-03-01' })).toMatchObject({ value: '2021-02-15' });
    expect(first!.characters.map(({ left }) => left)).toEqual(
      first!.characters.map(({ left }) => left).toSorted((a, b) => a - b),
    );
    expect(first!.characters.at(-1)!.right).toBeLessThanOrEqual((8 * 6 + 3) * 3 + 8);
  });

  it('reads nothing from no lines, and no letters from paper', async () => {
    expect(await recogniser.read([])).toEqual([]);
    const [blank] = await recogniser.read([{ width: 60, height: 20, pixels: new Uint8Array(1200).fill(255) }]);
    expect(blank!.characters).toEqual([]);
  });
});
