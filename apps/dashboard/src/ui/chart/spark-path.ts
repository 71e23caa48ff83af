export interface SparkPath {
  line: string;
  /** Values without any beside them. */
  dots: string;
  /** The same, down to the ground. */
  area: string;
}

/** The path of values in a box, 0 at its bottom; null leaves a hole. Of zeros alone none. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): SparkPath {
  const most = Math.max(...values.map((value) => value ?? 0), 0);
  if (most === 0) return { line: '', dots: '', area: '' };
  const step = width / Math.max(1, values.length - 1);
  const runs = runsOf(values).map((run) =>
    run.map(({ index, value }) => `${rounded(index * step)} ${rounded(height - (value / most) * height)}`),
  );
  const [lines, dots] = [runs.filter((points) => points.length > 1), runs.filter((points) => points.length === 1)];
  return {
    line: lines.map((points) => `M${points.join('L')}`).join(''),
    dots: dots.map((points) => `M${points.join('')}h0`).join(''),
    area: lines
      .map((points) => `M${xOf(points[0])} ${height}L${points.join('L')}L${xOf(points.at(-1))} ${height}Z`)
      .join(''),
  };
}

interface Point {
  index: number;
  value: number;
}

/** Values without a hole between them. */
function runsOf(values: readonly (number | null)[]): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) run = [];
    else if (run.push({ index, value }) === 1) runs.push(run);
  }
  return runs;
}

const xOf = (point = ''): string => point.split(' ')[0] ?? '';
const rounded = (value: number): number => Math.round(value * 100) / 100;
