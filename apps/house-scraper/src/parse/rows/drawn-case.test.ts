import { describe, expect, it } from 'vitest';
import { capitalHeights, drawnTextOf } from './drawn-case.js';
import type { Glyph } from '../pdf/pdf-glyphs.js';

/** Heights of the real 20007507 (regular Georgia), as shares of the font's height. */
const CAPITAL = 0.56;
const ROUND_CAPITAL = 0.57;
const SHORT = 0.4;
const STEM = 0.61;
const T = 0.51;

describe('drawnTextOf', () => {
  it('reads a drawn capital as a capital, whatever the font calls it', () => {
    const glyphs = [
      ...letters([
        ['a', CAPITAL],
        ['m', SHORT],
        ['a', SHORT],
        ['z', SHORT],
        ['o', SHORT],
        ['n', SHORT],
      ]),
      ...letters([
        ['(', 0.6],
        ['L', CAPITAL],
        ['N', CAPITAL],
        ['g', ROUND_CAPITAL],
        [')', 0.6],
      ]),
    ];
    expect(drawnTextOf(glyphs, heightsOf(glyphs))).toBe('Amazon(LNG)');
  });

  it('distinguishes a capital from small letters of the same height or higher', () => {
    const glyphs = letters([
      ['D', CAPITAL],
      ['l', CAPITAL],
      ['l', STEM],
      ['t', CAPITAL],
      ['t', T],
      ['i', STEM],
      ['i', CAPITAL],
    ]);
    expect(drawnTextOf(glyphs, heightsOf(glyphs))).toBe('DLlTtiI');
  });

  it('does not guess where no shape was measured, or the font has no known capital', () => {
    const unmeasured = letters([['a', null]]);
    expect(drawnTextOf(unmeasured, new Map([['Georgia', CAPITAL]]))).toBeNull();
    const alone = letters([['a', CAPITAL]]);
    expect(drawnTextOf(alone, heightsOf(alone))).toBeNull();
    expect(
      drawnTextOf(
        letters([
          ['A', null],
          ['1', null],
        ]),
        new Map(),
      ),
    ).toBe('A1');
  });
});

const heightsOf = (glyphs: Glyph[]) => capitalHeights([{ number: 1, glyphs, polylines: [], isImage: false }]);

function letters(drawn: [char: string, inkHeight: number | null][]): Glyph[] {
  const [baseline, bottom, top] = [100, 97, 109];
  return drawn.map(([char, inkHeight]) => ({
    char,
    left: 0,
    right: 0,
    bottom,
    top,
    baseline,
    inkTop: inkHeight === null ? null : baseline + inkHeight * (top - bottom),
    font: 'Georgia',
  }));
}
