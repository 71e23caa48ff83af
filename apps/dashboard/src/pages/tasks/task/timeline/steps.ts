import { isFinal } from '../task-words.js';
import type { Task } from '../use-task.js';

type Attempt = Task['attempts'][number];

export type Outcome = 'queued' | 'due' | 'running' | 'success' | 'failed' | 'handed_back' | 'lost' | 'revoked';

/** In ms since the epoch. */
export interface Span {
  from: number;
  to: number;
}

/** An attempt with the wait before it; or a wait that no attempt has ended yet. */
export interface Step {
  key: string;
  label: string;
  /** For screen readers and on hover. */
  worker?: string;
  error?: Attempt['error'];
  outcome: Outcome;
  wait: Span | null;
  run: Span | null;
}

export interface Timeline extends Span {
  steps: Step[];
  /** Attempts of the present run that are not kept any more. */
  dropped: boolean;
}

/** These cost no retry: another worker continues, or the task waits until the thing is back. */
const HANDED_BACK: readonly string[] = [
  ...['WorkerStopped', 'SiteClosed', 'PostgresAway', 'MessagingUnavailableError', 'NoRoomError'],
];

export function outcomeOf(attempt: Attempt, task: Task): Outcome {
  const code = attempt.error?.code;
  if (attempt.finished === null) return 'running';
  if (code === undefined) return 'success';
  if (code === 'Revoked') return 'revoked';
  if (code === 'WorkerLost') return 'lost';
  const isLast = attempt.n === task.attempts.at(-1)?.n;
  return HANDED_BACK.includes(code) && !(isLast && isFinal(task.state)) ? 'handed_back' : 'failed';
}

/** The present run: from when it was queued to its end, or to what is next. */
export function timelineOf(task: Task, now: number): Timeline {
  const queued = Date.parse(task.times.queued);
  const attempts = attemptsOfRun(task);
  // Only so many attempts are kept: what happened before the first of them is not known then.
  const dropped = attempts.length > 0 && attempts[0]!.started !== task.times.started;
  const steps = stepsOf(attempts, task, now, dropped ? null : queued);
  const last = steps.at(-1);
  const idleSince = last?.run?.to ?? queued;
  if (!isFinal(task.state) && task.state !== 'STARTED') {
    const due = task.not_before === undefined ? now : Math.max(now, Date.parse(task.not_before));
    const isDue = task.not_before !== undefined && due > now;
    steps.push({
      key: 'next',
      label: attempts.length === 0 ? 'Queued' : 'Next attempt',
      outcome: isDue ? 'due' : 'queued',
      wait: { from: idleSince, to: due },
      run: null,
    });
  } else if (attempts.length === 0) {
    const end = task.times.finished === null ? now : Date.parse(task.times.finished);
    const outcome = task.state === 'FAILURE' ? 'failed' : 'revoked';
    const error = task.error;
    steps.push({
      key: 'never',
      label: 'Never started',
      outcome,
      wait: { from: queued, to: end },
      run: null,
      ...(error && { error }),
    });
  }
  return { steps, dropped, ...rangeOf(steps, dropped ? null : queued) };
}

/** Attempts of earlier runs. What is kept of them does not say when they were queued. */
export function earlierTimelineOf(task: Task, now: number): Timeline {
  const ofRun = attemptsOfRun(task).length;
  const steps = stepsOf(task.attempts.slice(0, task.attempts.length - ofRun), task, now, null).map((step) => ({
    ...step,
    wait: null,
  }));
  return { steps, dropped: false, ...rangeOf(steps, null) };
}

/** A run's first attempt begins when the run does. */
const attemptsOfRun = ({ attempts, times: { started } }: Task): Attempt[] =>
  started === null ? [] : attempts.filter((attempt) => attempt.started >= started);

function stepsOf(attempts: readonly Attempt[], task: Task, now: number, queued: number | null): Step[] {
  let before = queued;
  return attempts.map((attempt) => {
    const run = { from: Date.parse(attempt.started), to: attempt.finished ? Date.parse(attempt.finished) : now };
    // The clocks of two machines may differ by some ms.
    const wait = before !== null && before < run.from ? { from: before, to: run.from } : null;
    before = run.to;
    return {
      key: String(attempt.n),
      label: `Attempt ${attempt.n}`,
      worker: attempt.worker,
      ...(attempt.error && { error: attempt.error }),
      outcome: outcomeOf(attempt, task),
      wait,
      run: { from: run.from, to: Math.max(run.from, run.to) },
    };
  });
}

function rangeOf(steps: readonly Step[], queued: number | null): Span {
  const spans = steps.flatMap(({ wait, run }) => [...(wait ? [wait] : []), ...(run ? [run] : [])]);
  const from = Math.min(queued ?? Infinity, ...spans.map((span) => span.from));
  return { from, to: Math.max(from + 1, ...spans.map((span) => span.to)) };
}

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000] as const;
const STEPS = [
  ...[100, 200, 500, SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 20 * SECOND, 30 * SECOND],
  ...[MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR],
  ...[DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 90 * DAY],
];

const MOST_TICKS = 5;
/** A text further right would not fit. */
const LAST_TICK = 0.92;

/** Round distances from the beginning, in ms. */
export function ticksOf({ from, to }: Span): number[] {
  const length = to - from;
  const step = STEPS.find((one) => length / one < MOST_TICKS) ?? length;
  return Array.from({ length: Math.floor((length * LAST_TICK) / step) + 1 }, (_, tick) => tick * step);
}
