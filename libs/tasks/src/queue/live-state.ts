import { isFinal, type TaskState, type WorkerNameClaim, type WorkerState } from '#rotunda/contracts';
import { type Change, type TasksBucket, TASKS_BUCKET, type WorkersBucket, WORKERS_BUCKET } from '#rotunda/messaging';
import { type Clock, CLOCK, orLate } from '#rotunda/runtime';
import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { damagedTask, readTaskState } from '../state/read-task-state.js';
import type { KnownTask } from './task-store.js';

/** A worker not seen for this long counts as gone. KV reports no expiry to watchers, so readers use their clock. */
const WORKER_TTL_MS = 30_000;
/** The number of worker names kept, the most recently seen ones. */
const NAMES_KEPT = 1_000;
/** A watch is behind by some ms. What was removed without a marker it never sees. */
const CATCHES_UP_WITHIN_MS = 1_000;

/** Gets each change; null for what is gone. A worker that falls silent just stays as it is: KV reports no expiry. */
export interface LiveListener {
  onTask: (id: string, task: TaskState | null) => void;
  onWorker: (id: string, worker: WorkerState | null) => void;
}

/** All current tasks and workers, kept in memory by watching KV, so that reading them takes no request. */
@Injectable()
export class LiveState implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Task');
  private readonly tasksById = new Map<string, { state: TaskState; revision: number }>();
  private readonly workersById = new Map<string, WorkerState>();
  private readonly workerNames = new Map<string, string>();
  private readonly followers = new Set<(task: TaskState) => void>();
  private readonly listeners = new Set<LiveListener>();
  private readonly stops: (() => void)[] = [];
  /** Of KV `tasks`; after an outage it counts up again. */
  private lastRevision = 0;
  private readonly catchingUp = new Set<() => void>();

  constructor(
    @Inject(TASKS_BUCKET) private readonly taskStates: TasksBucket,
    @Inject(WORKERS_BUCKET) private readonly workerStates: WorkersBucket,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const watches = await Promise.all([
      this.taskStates.watchText((change) => this.seeTask(change)),
      this.workerStates.watch((change) => this.seeWorker(change)),
    ]);
    this.stops.push(...watches.map(({ stop }) => stop));
    await Promise.all(watches.map(({ ready }) => ready));
  }

  onModuleDestroy(): void {
    this.stops.forEach((stop) => stop());
  }

  /** Newest first. */
  tasks(): TaskState[] {
    return [...this.tasksById.values()].map(({ state }) => state).toSorted(byNewest);
  }

  find(matches: (task: TaskState) => boolean): TaskState | null {
    for (const { state } of this.tasksById.values()) if (matches(state)) return state;
    return null;
  }

  /** The task's entry in KV, as far as it has been seen. */
  known(id: string): KnownTask {
    return this.tasksById.get(id) ?? { state: null, revision: 0 };
  }

  /** Resolves once it has seen what was written to KV `tasks` before this call, by anyone; after a second anyway. */
  async catchUp(): Promise<void> {
    // That NATS is away is said by what needs it.
    const seen = this.seeUntilNow().catch(() => undefined);
    await orLate(seen, CATCHES_UP_WITHIN_MS, () => undefined);
  }

  /** Calls `onTask` with each task now, then with each change, until the returned function is called. */
  follow(onTask: (task: TaskState) => void): () => void {
    this.followers.add(onTask);
    for (const { state } of this.tasksById.values()) onTask(state);
    return () => this.followers.delete(onTask);
  }

  /** Passes on each later change, also each state in between, until the returned function is called. */
  listen(listener: LiveListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  workers(now = this.now()): WorkerState[] {
    return [...this.workersById.values()].filter(({ seen }) => now.getTime() - Date.parse(seen) < WORKER_TTL_MS);
  }

  /** The readable name of a present or past worker; its id if the name is unknown. */
  workerName(id: string): string {
    return this.workerNames.get(id) ?? id;
  }

  /** The ids of the present and past workers with this name. */
  workerIds(name: string): string[] {
    return [...this.workerNames].flatMap(([id, known]) => (known === name ? [id] : []));
  }

  /** Tasks that ended before `instant`, with the revision at which they ended. */
  endedBefore(instant: Date): { id: string; revision: number }[] {
    return [...this.tasksById.values()]
      .filter(({ state }) => isFinal(state.state) && (state.times.finished ?? '') < instant.toISOString())
      .map(({ state, revision }) => ({ id: state.id, revision }));
  }

  /** Drops a task that KV removed at `revision`; the newer state of a run requested meanwhile stays. */
  forget(id: string, revision: number): void {
    if ((this.tasksById.get(id)?.revision ?? 0) <= revision) this.tasksById.delete(id);
  }

  private async seeUntilNow(): Promise<void> {
    const last = await this.taskStates.lastRevision();
    if (this.lastRevision >= last) return;
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.lastRevision < last) return;
        this.catchingUp.delete(look);
        resolve();
      };
      this.catchingUp.add(look);
    });
  }

  private seeTask({ key, value, revision }: Change<string>): void {
    const state = value === null ? null : readTaskState(key, value);
    const known = this.tasksById.get(key);
    if (state) this.tasksById.set(key, { state, revision });
    else this.tasksById.delete(key);
    if (state) for (const tell of this.followers) tell(state);
    // After an outage the watch passes everything on again.
    const isNews = state ? known?.revision !== revision || !isDeepStrictEqual(known.state, state) : known !== undefined;
    if (isNews) for (const { onTask } of this.listeners) onTask(key, state);
    if (value !== null && !state) this.logger.warn(damagedTask(key));
    // A key that is gone without a marker has no revision.
    if (revision > 0) this.lastRevision = revision;
    for (const look of this.catchingUp) look();
  }

  private seeWorker({ key, value }: Change<WorkerState | WorkerNameClaim>): void {
    if (!value && this.workersById.delete(key)) for (const { onWorker } of this.listeners) onWorker(key, null);
    // The bucket also has claims of names, and possibly entries written by hand.
    if (typeof value !== 'object' || !value || !('name' in value)) return;
    this.workersById.set(key, value);
    this.workerNames.delete(key);
    this.workerNames.set(key, value.name);
    if (this.workerNames.size > NAMES_KEPT) this.workerNames.delete(this.workerNames.keys().next().value!);
    for (const { onWorker } of this.listeners) onWorker(key, value);
  }
}

/** ISO times in one zone compare as plain strings; with `localeCompare` ten thousand tasks take ten times as long. */
const byNewest = ({ times: a }: TaskState, { times: b }: TaskState): number =>
  a.queued === b.queued ? 0 : a.queued < b.queued ? 1 : -1;
