import type { Figures, Point } from './kinds.js';

/** The filters of /tasks. */
export interface TasksOfPoint {
  chamber: Figures['chamber'];
  name: Figures['name'];
  from: string;
  to: string;
}

/**
 * Where the runs of a point are found. It counts the runs that ended in its interval; tasks are searched by when they were
 * queued: so from as much sooner as runs of this kind wait and take, and an interval more.
 */
export function tasksOfPoint(figures: Figures, { at, ...point }: Point, bucketSeconds: number): TasksOfPoint {
  const { wait_p95_ms, duration_p95_ms } = point.runs > 0 ? point : figures;
  const bucketMs = bucketSeconds * 1_000;
  const before = bucketMs * Math.ceil(((wait_p95_ms ?? 0) + (duration_p95_ms ?? 0)) / bucketMs + 1);
  const start = Date.parse(at);
  return {
    ...{ chamber: figures.chamber, name: figures.name },
    ...{ from: new Date(start - before).toISOString(), to: new Date(start + bucketMs).toISOString() },
  };
}
