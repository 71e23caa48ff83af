import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isFinal, type TaskState, type UniqueClaim } from '#rotunda/contracts';
import { CLAIMS_BUCKET, type ClaimsBucket } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState, type PlannedTask, TaskStore } from '#rotunda/tasks';
import { argsOf, type GivenCommand, isTaskAskedFor, isWholeAskedFor, withoutExpiry } from './command-plan.js';

/** If a claim's task does not exist after this time, the gateway that claimed it is gone. */
const PUBLISHED_WITHIN_MS = 60_000;

/** The task of a unique command. */
export interface ClaimHolder {
  taskId: string;
  /**
   * `claimed`: it is ours, and not published yet; `publishing`: another request claimed it, and may have died before it
   * published it; `queued`: it waits or runs.
   */
  status: 'claimed' | 'publishing' | 'queued';
}

/**
 * Commands with `unique`: while an identical command is queued or running, a request gets its task. Of several
 * simultaneous requests, at any gateways, the one that wins the compare-and-set on the command's claim sets the task id.
 * The others publish under that id too, and the queue keeps one copy, so any of them may die.
 */
@Injectable()
export class UniqueCommands {
  constructor(
    private readonly store: TaskStore,
    private readonly live: LiveState,
    @Inject(CLAIMS_BUCKET) private readonly claims: ClaimsBucket,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @param plan the tasks that the command becomes under `taskId`, which it gets if no other one holds the claim */
  async claim(given: GivenCommand, plan: PlannedTask[], taskId: string): Promise<ClaimHolder> {
    const key = keyOf(given);
    const tasks = plan.map(({ id }) => id);
    for (;;) {
      const entry = await this.claims.get(key);
      const holder = (entry && (await this.holderOf(entry.value))) ?? this.twinOf(given);
      if (holder) return holder;
      const claim = this.claimBy(taskId, tasks);
      const won = await this.claims.write(key, claim, entry && entry.revision);
      if (won !== null) return { taskId, status: 'claimed' };
    }
  }

  /**
   * Settles, once, the task of an Idempotency-Key, before the task is published and a client gets its id: the answer may
   * be lost, an identical task may end meanwhile, and of two requests with the key only one may have seen that task.
   *
   * @returns the given task, or the one that another request with the key settled first
   */
  async settleKey(keyId: string, taskId: string): Promise<string> {
    if ((await this.claims.create(keyId, this.claimBy(taskId, []))) !== null) return taskId;
    return (await this.settledTask(keyId)) ?? taskId;
  }

  /** The task that an Idempotency-Key was settled on; null if it never was. */
  async settledTask(keyId: string): Promise<string | null> {
    return (await this.claims.get(keyId))?.value.task_id ?? null;
  }

  private claimBy(task_id: string, tasks: string[]): UniqueClaim {
    return { v: 1, task_id, tasks, at: this.now().toISOString() };
  }

  /** Null if the next request may take the claim over. */
  private async holderOf({ task_id, tasks, at }: UniqueClaim): Promise<ClaimHolder | null> {
    const states = await Promise.all(tasks.map((task) => this.store.find(task)));
    if (states.some((state) => state && !isFinal(state.state))) return { taskId: task_id, status: 'queued' };
    const isFresh = this.now().getTime() - Date.parse(at) < PUBLISHED_WITHIN_MS;
    return isFresh && !states.every(Boolean) ? { taskId: task_id, status: 'publishing' } : null;
  }

  /** An identical command that came without `unique`, for example from a schedule. */
  private twinOf({ chamber, name, command }: GivenCommand): ClaimHolder | null {
    const asked = withoutExpiry(argsOf(command));
    const isOpen = ({ state }: TaskState): boolean => !isFinal(state);
    const task = this.live.find((one) => isOpen(one) && isTaskAskedFor(one, chamber, name, asked));
    const child = task ? null : this.live.find((one) => isOpen(one) && isWholeAskedFor(one, chamber, name, asked));
    const taskId = task?.id ?? child?.group?.id;
    return taskId === undefined ? null : { taskId, status: 'queued' };
  }
}

function keyOf({ chamber, name, command }: GivenCommand): string {
  const args = Object.entries(withoutExpiry(argsOf(command))).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([chamber, name, args]))
    .digest('hex');
}
