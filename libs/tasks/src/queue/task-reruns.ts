import { type CommandSource, isFinal, type TaskState } from '#rotunda/contracts';
import { CommandQueue, QueueFullError, type Written } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { CommandMetrics } from './command-metrics.js';
import { laneOfBody, type LaneSettings } from '../state/lane.js';
import { type KnownTask, TaskStore } from './task-store.js';
import { published, queuedAgain } from '../state/task-transitions.js';
import { TASK_SETTINGS } from '../tokens.js';

export type RerunOutcome =
  | { kind: 'queued'; state: TaskState }
  /** The task's `state` allows no further run. */
  | { kind: 'refused'; state: TaskState }
  | { kind: 'unknown' };

export interface RerunOptions {
  /** The state from the history, for a task that is no longer in KV. */
  recorded?: TaskState | null;
  /** The task's entry as a watch has it: saves a request where it is not outdated. */
  known?: KnownTask | undefined;
  /** The command's body; default: from the state's args. */
  body?: string;
  /** Whether a state may be run again; default: if it has ended or waits for its retry. */
  accepts?: (state: TaskState) => boolean;
  /** Default: `retry`. */
  source?: CommandSource;
}

const mayRunAgain = ({ state }: TaskState): boolean => isFinal(state) || state === 'RETRY';

/**
 * Starts the next run of tasks. It first writes the state by compare-and-set: PENDING in the next run, with the command
 * to publish. Then it publishes the command. This order decides every race: of two operators only one gets the run, and
 * a worker that gets the previous run's command, e.g. after a retry delay, finds it superseded. If the gateway dies in
 * between, the command is in the state, and `publishLeftOver` of any gateway publishes it; the message id is the same,
 * so the queue stores it once.
 */
@Injectable()
export class TaskReruns {
  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    @Inject(TASK_SETTINGS) private readonly settings: LaneSettings,
    @Inject(CLOCK) private readonly now: Clock,
    @Optional() private readonly metrics?: CommandMetrics,
  ) {}

  /** @throws QueueFullError: nothing has changed. MessagingUnavailableError: the run may follow once NATS is back */
  async rerun(
    id: string,
    { recorded, known, body, accepts = mayRunAgain, source = 'retry' }: RerunOptions = {},
  ): Promise<RerunOutcome> {
    let before: TaskState | null = null;
    const now = this.now().toISOString();
    const next = await this.store.changeKnown(id, known, (state) => {
      before = state ?? recorded ?? null;
      return before && accepts(before) ? queuedAgain(before, now, body) : null;
    });
    if (!before) return { kind: 'unknown' };
    if (!next) return { kind: 'refused', state: before };
    await this.publishOrUndo(next, before, source);
    return { kind: 'queued', state: next.value };
  }

  /** Publishes a command that a gateway did not publish because it died or NATS became unavailable. */
  async publishLeftOver(state: TaskState): Promise<void> {
    const current = await this.store.find(state.id);
    if (current?.state === 'PENDING' && current.unpublished) await this.publish(current, 'sweep');
  }

  private async publishOrUndo(
    { value: next, revision }: Written<TaskState>,
    before: TaskState,
    source: CommandSource,
  ): Promise<void> {
    try {
      await this.publish(next, source, revision);
    } catch (error) {
      if (error instanceof QueueFullError) await this.changeUnpublished(next, revision, () => before);
      throw error;
    }
    // The command of a run that waited for its retry is superseded; removing it only tidies up.
    if (before.state === 'RETRY' && before.stream_seq !== null) {
      await this.queue.remove(before.stream_seq);
    }
  }

  private async publish(state: TaskState, source: CommandSource, revision?: number): Promise<void> {
    const body = state.unpublished?.body ?? '';
    const lane = await laneOfBody(state.name, body, this.settings, this.now());
    const { sequence, duplicate } = await this.queue.publish({ ...state, lane, body, source });
    if (!duplicate) this.metrics?.count(state, source);
    await this.changeUnpublished(state, revision, (current) => published(current, sequence));
  }

  private async changeUnpublished(
    before: TaskState,
    revision: number | undefined,
    step: (state: TaskState) => TaskState,
  ): Promise<void> {
    const { id, run } = before;
    await this.store.changeKnown(id, revision === undefined ? undefined : { state: before, revision }, (state) =>
      state?.run === run && state.state === 'PENDING' && state.unpublished ? step(state) : null,
    );
  }
}
