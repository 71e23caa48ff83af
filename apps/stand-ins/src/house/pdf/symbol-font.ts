/**
 * The older form draws its boxes with characters of the font Marlett, printed over each other: `gfedc` is an empty
 * check box, `b` its tick, `nmlkj` an empty radio button, `i` its dot. Marlett is not ours, so this is a Type 3 font
 * with our own shapes for the same letters, under Marlett's name, by which parsers recognise it.
 */
const SHAPES: Readonly<Record<string, string>> = {
  b: '110 w 220 480 m 420 300 l 780 700 l S',
  c: '70 w 120 120 m 120 860 l 860 860 l S',
  d: '40 w 190 190 m 190 790 l 790 790 l S',
  e: '40 w 860 860 m 860 120 l 120 120 l S',
  f: '30 w 790 790 m 790 190 l 190 190 l S',
  g: '1 w 160 160 m 820 160 l S',
  i: '490 490 m 620 490 l 620 620 l 360 620 l 360 360 l 620 360 l 620 490 l f',
  j: '60 w 180 300 m 120 490 l 180 680 l 300 800 l 490 860 l S',
  k: '40 w 490 860 m 680 800 l 800 680 l 860 490 l S',
  l: '40 w 860 490 m 800 300 l 680 180 l 490 120 l S',
  m: '40 w 490 120 m 300 180 l 180 300 l S',
  n: '1 w 300 300 m 680 300 l S',
};
export const EMPTY_BOX = 'gfedc';
export const TICKED_BOX = 'gfedcb';
export const EMPTY_RADIO = 'nmlkj';
export const CHOSEN_RADIO = 'nmlkji';

const FIRST_CHAR = 'b'.codePointAt(0)!;
const LAST_CHAR = 'n'.codePointAt(0)!;
const UNITS = 1000;

export function symbolFont(document: PDFKit.PDFDocument): PDFKit.PDFKitReference {
  const codes = Array.from({ length: LAST_CHAR - FIRST_CHAR + 1 }, (_, index) => FIRST_CHAR + index);
  const letters = codes.map((code) => String.fromCodePoint(code));
  const shapes = letters.map((letter) => {
    const shape = document.ref({});
    shape.end(`${UNITS} 0 0 0 ${UNITS} ${UNITS} d1\n${SHAPES[letter] ?? ''}`);
    return [letter, shape] as const;
  });
  const font = document.ref({
    Type: 'Font',
    Subtype: 'Type3',
    // Not a standard entry of a Type 3 font, but PDF readers take a font's name from it.
    BaseFont: 'TZIMEC+Marlett',
    FontBBox: [0, 0, UNITS, UNITS],
    FontMatrix: [1 / UNITS, 0, 0, 1 / UNITS, 0, 0],
    CharProcs: Object.fromEntries(shapes),
    Encoding: { Type: 'Encoding', Differences: [FIRST_CHAR, ...letters] },
    FirstChar: FIRST_CHAR,
    LastChar: LAST_CHAR,
    Widths: codes.map(() => UNITS),
    Resources: {},
  });
  font.end(undefined);
  return font;
}
