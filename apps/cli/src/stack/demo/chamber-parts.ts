import {
  type Chamber,
  CHAMBERS,
  isFinal,
  type ScrapeResult,
  type TaskProgress,
  type TaskStateName,
} from '#rotunda/contracts';
import { foldResults } from '#rotunda/tasks';

/** A child of a scrape of all chambers, as `GET tasks/{id}` shows it; the answer has more fields. */
export interface ChamberTask {
  chamber: Chamber;
  state: TaskStateName;
  progress: TaskProgress;
  result?: ScrapeResult;
  error?: { code: string; message: string };
}

/** Folds the tasks of each chamber into one: a long window is scraped in several. */
export function foldByChamber(children: readonly ChamberTask[]): ChamberTask[] {
  return CHAMBERS.flatMap((chamber) => {
    const parts = children.filter((child) => child.chamber === chamber);
    return parts.length > 0 ? [foldParts(chamber, parts)] : [];
  });
}

function foldParts(chamber: Chamber, parts: ChamberTask[]): ChamberTask {
  // The part that keeps the whole from success, worst first; if all succeeded, any part.
  const { state, error } =
    parts.find((part) => isFinal(part.state) && part.state !== 'SUCCESS') ??
    parts.find((part) => part.state !== 'SUCCESS') ??
    parts[0]!;
  const result = foldWhole(chamber, parts);
  return { chamber, state, progress: foldProgress(parts), ...(result ? { result } : {}), ...(error ? { error } : {}) };
}

function foldProgress(parts: ChamberTask[]): TaskProgress {
  const current = parts.find(({ state }) => !isFinal(state)) ?? parts.at(-1)!;
  const sum = (field: Exclude<keyof TaskProgress, 'phase'>): number =>
    parts.reduce((all, { progress }) => all + progress[field], 0);
  return {
    phase: current.progress.phase,
    done: sum('done'),
    total: sum('total'),
    saved: sum('saved'),
    skipped: sum('skipped'),
    errors: sum('errors'),
  };
}

/** Null until every part has one. */
function foldWhole(chamber: Chamber, parts: ChamberTask[]): ScrapeResult | null {
  const results = parts.flatMap(({ result }) => result ?? []);
  if (results.length < parts.length) return null;
  const { status, totals } = foldResults(results);
  return {
    status,
    chamber,
    start_date: results.map(({ start_date }) => start_date).toSorted()[0]!,
    end_date: results
      .map(({ end_date }) => end_date)
      .toSorted()
      .at(-1)!,
    ...totals,
    warnings: results.flatMap(({ warnings }) => warnings),
  };
}
