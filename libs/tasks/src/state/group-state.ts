import {
  type FilingCounts,
  type GroupResult,
  isFinal,
  type TaskError,
  type TaskResult,
  type TaskState,
  type TaskStateName,
  type TransactionStats,
} from '#rotunda/contracts';

/** A group of tasks as one. Only its children are stored; each names the group and its size. */
export interface GroupState {
  id: string;
  state: TaskStateName;
  size: number;
  children: TaskState[];
  /** Children whose state can't be read now; they count as not ended. Absent if none. */
  unknown_children?: string[];
  times: TaskState['times'];
  /** Once all children have ended. */
  result?: GroupResult;
  error?: TaskError;
}

/** @param children at least one; unpublished ones are missing and count as PENDING */
export function foldGroup(id: string, children: TaskState[]): GroupState {
  const size = Math.max(children.length, ...children.map(({ group }) => group?.size ?? 0));
  const states = children.map(({ state }) => state);
  const isComplete = children.length === size && states.every(isFinal);
  const failure = children.find(({ state }) => state === 'FAILURE') ?? children.find(({ error }) => error);
  const state = foldState(states, size);
  return {
    id,
    state,
    size,
    children: children.toSorted((a, b) => a.id.localeCompare(b.id)),
    times: {
      queued: earliest(children.map(({ times }) => times.queued))!,
      started: earliest(children.map(({ times }) => times.started)),
      finished: isComplete ? latest(children.map(({ times }) => times.finished)) : null,
    },
    ...(isComplete ? { result: foldResults(children.flatMap(({ result }) => result ?? [])) } : {}),
    ...(isFinal(state) && failure?.error
      ? { error: { ...failure.error, message: `${failure.id}: ${failure.error.message}` } }
      : {}),
  };
}

function foldState(states: TaskStateName[], size: number): TaskStateName {
  if (states.includes('FAILURE')) return 'FAILURE';
  const isWaiting = states.length < size || states.includes('PENDING');
  if (isWaiting && states.every((state) => state === 'PENDING')) return 'PENDING';
  if (isWaiting || !states.every(isFinal)) return 'STARTED';
  return states.includes('REVOKED') ? 'REVOKED' : 'SUCCESS';
}

/** The results of several tasks as one. */
export function foldResults(results: TaskResult[]): GroupResult {
  const stats: TransactionStats = { total: 0, saved: 0, skipped: 0, errors: 0 };
  const filings: Required<FilingCounts> = {
    ...{ listed: 0, known: 0, parsed: 0, paper: 0, paper_read: 0, paper_review: 0 },
    ...{ needs_review: 0, unavailable: 0, failed: 0 },
  };
  for (const result of results) {
    if (!('stats' in result)) continue;
    add(stats, result.stats);
    add(filings, result.filings);
  }
  const status = results.every((result) => result.status === 'success') ? 'success' : 'partial';
  return { status, results, totals: { stats, filings } };
}

/** A child of a version before lacks fields that came later. */
function add<T extends { [field in keyof T]: number }>(sum: T, addend: Partial<T>): void {
  for (const field of Object.keys(sum) as (keyof T)[]) sum[field] = (sum[field] + (addend[field] ?? 0)) as T[keyof T];
}

const known = (instants: (string | null)[]): string[] => instants.filter((instant) => instant !== null).toSorted();
const earliest = (instants: (string | null)[]): string | null => known(instants)[0] ?? null;
const latest = (instants: (string | null)[]): string | null => known(instants).at(-1) ?? null;
