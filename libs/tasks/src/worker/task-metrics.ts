import { type Chamber, kindsOf, type TaskName, type TaskState } from '#rotunda/contracts';
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { ATTEMPT_OUTCOMES, outcomeOf, wasCancelled } from '../state/attempt-outcome.js';

const SECOND_MS = 1_000;
const DURATIONS_S = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600];
const WAITS_S = [0.01, 0.1, 0.5, 1, 5, 15, 60, 300, 900, 3_600, 14_400, 86_400];

/** Outcomes without an attempt of this worker to measure. */
const UNMEASURED = ['lost', 'rejected', 'expired'] as const;

type Kind = Pick<TaskState, 'chamber' | 'name'>;

/** Metrics of the tasks that this worker runs. */
export class TaskMetrics {
  private readonly runs: Counter;
  private readonly durations: Histogram;
  private readonly waits: Histogram;
  private readonly running: Gauge;

  constructor(registry: Registry, chambers: readonly Chamber[]) {
    const registers = [registry];
    const labelNames = ['chamber', 'kind'];
    this.runs = new Counter({
      name: 'rotunda_task_runs_total',
      help:
        'Attempts that ended, by outcome: success, partial, failure (given up), retry (another attempt follows), ' +
        'handed_back (costs no retry), revoked (cancelled), lost (its worker died; counted by the next one), rejected ' +
        '(invalid command), expired (never started)',
      labelNames: [...labelNames, 'outcome'],
      registers,
    });
    this.durations = new Histogram({
      name: 'rotunda_task_duration_seconds',
      help: 'How long attempts took, by outcome',
      labelNames: [...labelNames, 'outcome'],
      buckets: DURATIONS_S,
      registers,
    });
    this.waits = new Histogram({
      name: 'rotunda_task_queue_wait_seconds',
      help: 'How long commands waited from their publication to their first attempt',
      labelNames,
      buckets: WAITS_S,
      registers,
    });
    this.running = new Gauge({
      name: 'rotunda_tasks_running',
      help: 'Tasks that this worker is running',
      labelNames,
      registers,
    });
    for (const chamber of chambers) for (const kind of kindsOf(chamber)) this.beginAtZero({ chamber, kind });
  }

  /** Call it when this worker has claimed an attempt. @param publishedAt by the clock of the NATS server */
  began(state: TaskState, publishedAt: Date): void {
    const attempt = state.attempts.at(-1);
    if (attempt && isFirstOfRun(state)) {
      // The clocks of two machines may differ by more than the wait.
      const waitedMs = Math.max(0, Date.parse(attempt.started) - publishedAt.getTime());
      this.waits.observe(labelsOf(state), waitedMs / SECOND_MS);
    }
    this.running.inc(labelsOf(state));
  }

  /** Call it when an attempt is over, whether or not its end could be written. */
  over(kind: Kind): void {
    this.running.dec(labelsOf(kind));
  }

  /** Call it when the end of an attempt of this worker is written. */
  ended(state: TaskState): void {
    const outcome = outcomeOf(state);
    const attempt = state.attempts.at(-1);
    if (outcome === null || !attempt?.finished) return;
    const labels = { ...labelsOf(state), outcome };
    this.runs.inc(labels);
    this.durations.observe(labels, (Date.parse(attempt.finished) - Date.parse(attempt.started)) / SECOND_MS);
  }

  /** Call it when this worker finds that the worker before it died in its attempt. */
  lost(kind: Kind): void {
    this.runs.inc({ ...labelsOf(kind), outcome: 'lost' });
  }

  /** Call it when a task ended without an attempt, because too many were lost. */
  gaveUp(kind: Kind): void {
    this.runs.inc({ ...labelsOf(kind), outcome: 'failure' });
  }

  rejected(kind: Kind): void {
    this.runs.inc({ ...labelsOf(kind), outcome: 'rejected' });
  }

  /** Call it when a command expired, or was cancelled, before an attempt. */
  neverBegan(state: TaskState): void {
    this.runs.inc({ ...labelsOf(state), outcome: wasCancelled(state) ? 'revoked' : 'expired' });
  }

  private beginAtZero(labels: { chamber: Chamber; kind: TaskName }): void {
    for (const outcome of ATTEMPT_OUTCOMES) this.durations.zero({ ...labels, outcome });
    for (const outcome of [...ATTEMPT_OUTCOMES, ...UNMEASURED]) this.runs.inc({ ...labels, outcome }, 0);
    this.waits.zero(labels);
    this.running.set(labels, 0);
  }
}

const labelsOf = ({ chamber, name }: Kind): { chamber: Chamber; kind: TaskName } => ({ chamber, kind: name });

export const isFirstOfRun = ({ times, attempts }: TaskState): boolean => times.started === attempts.at(-1)?.started;
