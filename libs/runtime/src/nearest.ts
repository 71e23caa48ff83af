/** Two typing errors in a long name; in a short one they make another word of it. */
const LONG_NAME = 12;

/** The name that differs least, if it differs by typing errors only. */
export function nearest(name: string, known: readonly string[]): string | null {
  const most = name.length >= LONG_NAME ? 2 : 1;
  const near = known.map((each) => ({ each, errors: typingErrors(name, each, most) }));
  const [best] = near.filter(({ errors }) => errors <= most).toSorted((a, b) => a.errors - b.errors);
  return best?.each ?? null;
}

/**
 * How many letters are missing, added, wrong or swapped with their neighbour ("optimal string alignment"); more than
 * `most` are not counted.
 */
function typingErrors(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return Infinity;
  const rows = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const [above, beside, across] = [rows[i - 1]![j]!, row[j - 1]!, rows[i - 1]![j - 1]!];
      const isSwapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwapped ? rows[i - 2]![j - 2]! + 1 : Infinity;
      row.push(Math.min(above + 1, beside + 1, across + (from[i - 1] === to[j - 1] ? 0 : 1), swapped));
    }
    rows.push(row);
  }
  return rows.at(-1)!.at(-1)!;
}
