import type { DrawnSheet, Lettering } from '../../scan/drawn-sheet.js';

/** How a filer fills in the form. */
export interface Hand {
  write: (text: string, x: number, middle: number, lettering: Lettering) => void;
  /** Marks a cell or a tick box. */
  mark: (x: number, y: number, size: number) => void;
  /** Ink across a cell, in the place of what nobody could read. */
  smudge: (x: number, y: number, width: number) => void;
  isTyped: boolean;
}

export function typist(sheet: DrawnSheet, random: () => number): Hand {
  return {
    isTyped: true,
    write: (text, x, middle, lettering) => sheet.text(text, x, middle, lettering),
    mark: (x, y, size) => cross(sheet, x, y, size, 3, () => 0.5),
    smudge: (x, y, width) => smudge(sheet, x, y, width, random),
  };
}

/** Letters that dance on the line, and crosses of which no two are alike. */
export function writer(sheet: DrawnSheet, random: () => number): Hand {
  const about = (value: number, by: number): number => value + (random() - 0.5) * by;
  return {
    isTyped: false,
    write: (text, x, middle, lettering) => {
      const size = lettering.size * 1.25;
      const width = sheet.widthOf(text, { size, face: 'Times-Italic' });
      const squeeze = Math.min(1, (lettering.within ?? width) / width);
      let left = lettering.align === 'centre' ? x - (width * squeeze) / 2 : x;
      for (const letter of text) {
        const face = { size: about(size * squeeze, 6), face: 'Times-Italic' } as const;
        sheet.text(letter, left, about(middle, 7), face);
        left += sheet.widthOf(letter, { size: size * squeeze, face: 'Times-Italic' });
      }
    },
    mark: (x, y, size) => cross(sheet, about(x, 8), about(y, 8), size, 4, random),
    smudge: (x, y, width) => smudge(sheet, x, y, width, random),
  };
}

function cross(sheet: DrawnSheet, x: number, y: number, size: number, thickness: number, random: () => number): void {
  const half = (): number => size * (0.3 + random() * 0.3);
  sheet.line(x - half(), y - half(), x + half(), y + half(), thickness);
  sheet.line(x - half(), y + half(), x + half(), y - half(), thickness);
}

function smudge(sheet: DrawnSheet, x: number, y: number, width: number, random: () => number): void {
  const near = (): [number, number] => [x + (random() - 0.5) * width, y + (random() - 0.5) * 36];
  for (let stroke = 0; stroke < 30; stroke += 1) sheet.line(...near(), ...near(), 2);
}
