import { setTimeout as delay } from 'node:timers/promises';
import type { TaskState } from '#rotunda/contracts';
import { inOneLine, isFinal } from '#rotunda/contracts/light';
import type { GroupState } from '#rotunda/tasks';
import { ApiError } from '../api/api-error.js';
import { type RotundaApi, segment } from '../api/rotunda-api.js';
import type { Cli } from '../cli.js';
import { WaitTimeoutError } from '../exit-codes.js';
import { ProgressLines } from './progress-lines.js';
import { sayAway } from './say-away.js';

/** A task or a group, as `GET tasks/{id}` shows it. */
export type Waited = TaskState | GroupState;

export interface WaitOptions {
  /** How long at most. */
  timeoutMs?: number | undefined;
  /** When the waiting for one is over; if not given, when it has ended, a group with all of its tasks. */
  hasEnded?: (waited: Waited) => boolean;
  /** Whether to print progress also where it can't update in place. */
  plainProgress?: boolean;
  /** Whether the gateway has answered before; else one that is away is an error at once: its address may be wrong. */
  hasAnswered?: boolean;
}

const POLL_MS = 500;
/** A key may ask the gateway 1200 times a minute, and others use it too. */
const POLL_EACH_MS = 200;
/** A task that has not begun after this time may need a person. */
const WHY_AFTER_MS = 5_000;

/**
 * Waits for the end of tasks and groups, and shows how far they are. Outlives a restart of the gateway.
 *
 * @throws ApiError (404) at once for an unknown id; WaitTimeoutError
 */
export async function waitForTasks(
  api: RotundaApi,
  ids: readonly string[],
  cli: Cli,
  options: WaitOptions = {},
): Promise<Waited[]> {
  const wait = new TaskWait(api, [...new Set(ids)], cli, options);
  const over = new AbortController();
  cli.interruptNote = howToGoOn(ids);
  try {
    const ended = wait.untilEnded(over.signal);
    const { timeoutMs } = options;
    if (timeoutMs === undefined) return await ended;
    const late = delay(timeoutMs, undefined, over).then(() => {
      throw new WaitTimeoutError(wait.open, timeoutMs);
    });
    return await Promise.race([ended, late]);
  } finally {
    over.abort();
    cli.interruptNote = [];
  }
}

class TaskWait {
  /** Those that have not ended. */
  open: readonly string[];
  private readonly found = new Map<string, Waited>();
  private readonly lines = new ProgressLines();
  private readonly begunMs = performance.now();
  private hasSaidWhy = false;
  private isAway = false;

  constructor(
    private readonly api: RotundaApi,
    private readonly ids: readonly string[],
    private readonly cli: Cli,
    private readonly options: WaitOptions,
  ) {
    this.open = ids;
  }

  async untilEnded(over: AbortSignal): Promise<Waited[]> {
    const { hasEnded = allEnded } = this.options;
    for (;;) {
      await Promise.all(this.open.map((id) => this.look(id, over)));
      this.open = this.ids.filter((id) => !hasEnded(this.found.get(id)!));
      if (this.open.length === 0) return this.ids.map((id) => this.found.get(id)!);
      this.showProgress();
      await this.sayWhy();
      await delay(Math.max(POLL_MS, this.open.length * POLL_EACH_MS), undefined, { signal: over });
    }
  }

  private async look(id: string, over: AbortSignal): Promise<void> {
    const path = `/tasks/${segment(id)}`;
    const untilAnswered = () => this.api.sendUntilAnswered<Waited>(path, {}, this.sayAway, over);
    const waited = await (this.options.hasAnswered || this.found.has(id)
      ? untilAnswered()
      : this.api.get<Waited>(path).catch((error: unknown) => {
          // The address is right where a gateway refuses, perhaps only for now: too many requests, or NATS is away.
          if (error instanceof ApiError) return untilAnswered();
          throw error;
        }));
    this.isAway = false;
    this.found.set(id, waited);
  }

  /** Once for all that are waited for. */
  private readonly sayAway = (): void => {
    if (!this.isAway) sayAway(this.cli);
    this.isAway = true;
  };

  private showProgress(): void {
    const { updatesInPlace } = this.cli.terminal;
    if (!updatesInPlace && this.options.plainProgress === false) return;
    const tasks = [...this.found.values()].flatMap(tasksOf);
    this.cli.output.progress(...this.lines.of(tasks, updatesInPlace));
  }

  /** Once: a task that waits for a worker that nobody started would be waited for in vain. */
  private async sayWhy(): Promise<void> {
    if (this.hasSaidWhy || performance.now() - this.begunMs < WHY_AFTER_MS) return;
    this.hasSaidWhy = true;
    const waiting = this.open.find((id) => this.found.get(id)!.state === 'PENDING');
    if (waiting === undefined) return;
    const why = await this.api.get<{ message: string }>(`/tasks/${segment(waiting)}/why`).catch(() => null);
    if (why) this.cli.output.hint(inOneLine(`${waiting} waits: ${why.message}`));
  }
}

export const tasksOf = (waited: Waited): TaskState[] => ('children' in waited ? waited.children : [waited]);

function allEnded(waited: Waited): boolean {
  const isWhole = !('children' in waited) || waited.children.length >= waited.size;
  return isWhole && tasksOf(waited).every(({ state }) => isFinal(state));
}

const howToGoOn = (ids: readonly string[]): string[] => [
  ids.length === 1 ? 'The task goes on.' : 'The tasks go on.',
  `Wait for it again: rotunda tasks wait ${ids.join(' ')}`,
  ...ids.map((id) => `Cancel it: rotunda tasks cancel ${id}`),
];
