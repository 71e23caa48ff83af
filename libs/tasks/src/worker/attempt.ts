import type { AttemptEvidence, TaskProgress, TaskState } from '#rotunda/contracts';
import type { Delivery } from '#rotunda/messaging';
import { type LongTimer, longTimer } from '#rotunda/runtime';
import { Logger } from '@nestjs/common';
import { boundedEvidence } from './attempt-evidence.js';
import type { TaskSettings } from '../settings.js';
import type { AttemptLog } from './task-logs.js';
import { SoftTimeLimitExceeded, StopAttempt } from '../state/task-errors.js';
import type { TaskStore } from '../queue/task-store.js';
import { isPast, lastAttemptNumber, owns, progressed } from '../state/task-transitions.js';

/**
 * A cancelled task stops within 2 s: its state is read once a second while it runs. A watch would need a consumer for
 * each task, though most of ten thousand end within their first second.
 */
const LOOK_MS = 1_000;

/** The work's view of its task. */
export interface RunningTask<Args> {
  readonly id: string;
  readonly args: Args;
  /** The attempt's number over all runs: the fence number of everything that it writes elsewhere. */
  readonly attempt: number;
  /** Aborts when the attempt must stop: cancelled, out of time, lost to another worker, or the worker stops. */
  readonly signal: AbortSignal;
  report(progress: Partial<TaskProgress>): void;
  /** The site's last answer, stored with the attempt if it fails. The last call counts. */
  keepEvidence(evidence: AttemptEvidence): void;
}

/**
 * Holds a task while its work runs: sends heartbeats to NATS, writes progress, and notices when the task is cancelled
 * or another worker has taken over.
 */
export class Attempt<Args> implements RunningTask<Args> {
  private readonly logger = new Logger('Task');
  private readonly controller = new AbortController();
  private readonly timers: NodeJS.Timeout[] = [];
  private softLimit: LongTimer | undefined;
  private progress: TaskProgress;
  private dirty = false;
  private kept: AttemptEvidence | undefined;
  private writing: Promise<void> | null = null;

  readonly id: string;
  readonly attempt: number;

  constructor(
    state: TaskState,
    readonly args: Args,
    private readonly worker: string,
    private readonly delivery: Delivery,
    private readonly store: TaskStore,
    private readonly settings: TaskSettings,
    readonly log: AttemptLog,
  ) {
    this.id = state.id;
    this.attempt = lastAttemptNumber(state);
    this.progress = state.progress;
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Whether the attempt belongs to this message, in any delivery. */
  isOf({ sequence }: Delivery): boolean {
    return sequence === this.delivery.sequence;
  }

  hold(): void {
    const { TASK_HEARTBEAT_MS, TASK_PROGRESS_MS, TASK_SOFT_LIMIT_MS } = this.settings;
    this.timers.push(
      setInterval(() => this.beat(), TASK_HEARTBEAT_MS),
      setInterval(() => this.dirty && this.writeProgress(), TASK_PROGRESS_MS),
      setInterval(() => void this.lookAfter(), LOOK_MS),
    );
    if (TASK_SOFT_LIMIT_MS === 0) return;
    this.softLimit = longTimer(() => this.stop(pastSoftLimit(TASK_SOFT_LIMIT_MS)), TASK_SOFT_LIMIT_MS);
  }

  report(progress: Partial<TaskProgress>): void {
    this.progress = { ...this.progress, ...progress };
    this.dirty = true;
  }

  keepEvidence(evidence: AttemptEvidence): void {
    this.kept = boundedEvidence(evidence);
  }

  /** The evidence for a failure, if the work kept any. */
  get evidence(): AttemptEvidence | undefined {
    return this.kept;
  }

  stop(reason: Error): void {
    this.controller.abort(reason);
  }

  /** Ends the holding. Returns the last reported progress, for the state that is written next. */
  async letGo(): Promise<TaskProgress> {
    this.timers.forEach(clearTimeout);
    this.softLimit?.clear();
    await this.writing;
    return this.progress;
  }

  private beat(): void {
    this.delivery.working();
    this.writeProgress();
  }

  /** A cancel request is in the task's state. After a failed read the next one will find it. */
  private async lookAfter(): Promise<void> {
    const state = await this.store.find(this.id).catch(() => null);
    if (state) this.stopIfEnded(state);
  }

  private stopIfEnded(state: TaskState): void {
    if (isPast(state, this.attempt)) this.stop(new StopAttempt('lost'));
    else if (state.cancel_requested_at && owns(state, this.worker, this.attempt)) {
      this.stop(new StopAttempt('cancelled'));
    }
  }

  /**
   * One write at a time, without a queue: two at once would make each other's compare-and-set fail, and while NATS is
   * silent each takes until its timeout. Newer progress is part of the next write.
   */
  private writeProgress(): void {
    this.writing ??= this.writeOnce().finally(() => (this.writing = null));
  }

  private async writeOnce(): Promise<void> {
    this.dirty = false;
    try {
      const written = await this.store.change(this.id, (state) =>
        state && owns(state, this.worker, this.attempt) ? progressed(state, this.progress) : null,
      );
      if (written) this.stopIfEnded(written);
      else this.stop(new StopAttempt('lost'));
    } catch (error) {
      // Ownership is checked again at each commit and at the end; until then the work can continue.
      this.logger.warn(`could not write the progress of ${this.id}: ${String(error)}`);
    }
  }
}

const pastSoftLimit = (ms: number): SoftTimeLimitExceeded =>
  new SoftTimeLimitExceeded(`the attempt ran for ${ms / 1000} s, the soft limit (TASK_SOFT_LIMIT_MS)`);
