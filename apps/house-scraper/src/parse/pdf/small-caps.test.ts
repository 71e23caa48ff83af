import { describe, expect, it } from 'vitest';
import type { Glyph } from './pdf-glyphs.js';
import { beginsWithSmallCaps, smallCapsLabelLength } from './small-caps.js';

const CAPITAL = 10.3;
const SMALL = 7.5;

describe('labels in small capitals', () => {
  it('are recognised by their capitals and the count of unnamed characters between them', () => {
    const printed = glyphs('F\0\0\0\0\0 S\0\0\0\0\0: New', CAPITAL);
    expect(beginsWithSmallCaps(printed, 'Filing Status:')).toBe(true);
    expect(beginsWithSmallCaps(printed, 'Filing State:')).toBe(false);
    expect(smallCapsLabelLength(printed)).toBe(13);
  });

  it('are recognised without case where their letters are scrambled', () => {
    const printed = [
      ...glyphs('F', CAPITAL),
      ...glyphs('ILINg', SMALL),
      ...glyphs(' S', CAPITAL),
      ...glyphs('TaTUS', SMALL),
      ...glyphs(': New', CAPITAL),
    ];
    expect(beginsWithSmallCaps(printed, 'Filing Status:')).toBe(true);
    expect(beginsWithSmallCaps(printed, 'Filing States:')).toBe(false);
  });

  it('are not taken from a filer’s own words in ordinary letters', () => {
    const written = glyphs('Comments: none', CAPITAL);
    expect(beginsWithSmallCaps(written, 'Comments:')).toBe(false);
    expect(smallCapsLabelLength(written)).toBe(0);
  });

  it('are recognised as labels even when unknown', () => {
    expect(smallCapsLabelLength(glyphs('Q\0\0\0\0: text', CAPITAL))).toBe(5);
  });
});

function glyphs(text: string, height: number): Glyph[] {
  const place = { left: 0, right: 5, bottom: 0, top: height, baseline: 2 };
  return text.split('').map((char) => ({ char, ...place, inkTop: null, font: '' }));
}
