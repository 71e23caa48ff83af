/**
 * Breaks a text into lines like the browser that lays out the real forms: after a blank, which the break swallows, and
 * after a hyphen within a word. A word wider than the cell gets its own line and overflows.
 */
export function wrapText(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    const longer = line + piece;
    if (line !== '' && widthOf(longer.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else line = longer;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/**
 * The unbreakable pieces, each with the blank after it. A hyphen after a letter or digit ends a piece (`Non-` /
 * `Cumulative`, `AU-` / `2026`); one that may be a minus does not.
 */
const piecesOf = (text: string): string[] => text.match(/\S*?[A-Za-z0-9)]-(?=\S)|\S+\s*/g) ?? [];
