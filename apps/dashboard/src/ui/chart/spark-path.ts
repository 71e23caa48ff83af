export interface SparkPath {
  line: string;
  /** The same, down to the ground. */
  area: string;
}

/** The path of values in a box, 0 at its bottom; null leaves a hole, and a value alone becomes a dot. */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): SparkPath {
  const most = Math.max(...values.map((value) => value ?? 0), Number.MIN_VALUE);
  const step = width / Math.max(1, values.length - 1);
  const runs = runsOf(values).map((run) =>
    run.map(({ index, value }) => `${rounded(index * step)} ${rounded(height - (value / most) * height)}`),
  );
  return {
    line: runs.map((points) => `M${points.join('L')}${points.length === 1 ? 'h0' : ''}`).join(''),
    area: runs
      .filter((points) => points.length > 1)
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
