import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { isFinal, type UniqueClaim } from '#rotunda/contracts';
import { CLAIMS_BUCKET, type ClaimsBucket } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveView, type PlannedTask, TaskStore } from '#rotunda/tasks';
import { argsOf, type GivenCommand, isTaskAskedFor, isWholeAskedFor, withoutExpiry } from './command-plan.js';
import type { Submitted } from './command-submission.js';

/** A claim whose task is not there is one that is being published; for longer than this nobody publishes. */
const PUBLISHED_WITHIN_MS = 60_000;

/**
 * Commands with `unique`: while an identical one is queued or running, that one is meant. Of requests at the same
 * instant, at whichever gateways, the one that wins the compare-and-set on the command's claim names the task; the
 * others submit under that name too, which the queue takes for one command: so it does not matter who dies.
 */
@Injectable()
export class UniqueCommands {
  constructor(
    private readonly store: TaskStore,
    private readonly live: LiveView,
    @Inject(CLAIMS_BUCKET) private readonly claims: ClaimsBucket,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * @param plan the tasks that the command becomes under an id
   * @param publish submits them
   * @param isKeyed whether the id stands for an Idempotency-Key: then it gets the same answer for good
   */
  async submit(
    given: GivenCommand,
    id: string,
    plan: (id: string) => PlannedTask[],
    publish: (id: string) => Promise<void>,
    isKeyed: boolean,
  ): Promise<Submitted> {
    const key = keyOf(given);
    for (;;) {
      const entry = await this.claims.get(key);
      const queued = (entry && (await this.queuedUnder(entry.value, publish))) ?? this.twinOf(given);
      if (queued) {
        const meant = isKeyed ? await this.settleKey(id, queued) : queued;
        if (meant !== id || queued === id) return { id: meant, status: 'already_queued' };
        // A request with the same key came when the twin had ended, and may have died since.
        await publish(id);
        return { id, status: 'queued' };
      }
      const claim: UniqueClaim = {
        v: 1,
        task_id: id,
        tasks: plan(id).map((task) => task.id),
        at: this.now().toISOString(),
      };
      const won = await (entry ? this.claims.update(key, claim, entry.revision) : this.claims.create(key, claim));
      if (won === null) continue;
      const meant = isKeyed ? await this.settleKey(id, id) : id;
      // A request with the same key came while a twin was queued: nobody needs the claim that was won.
      if (meant !== id) return { id: meant, status: 'already_queued' };
      await publish(id);
      return { id, status: 'queued' };
    }
  }

  /** The task that an Idempotency-Key was settled on, its own or another's; null where it never had to be. */
  async twinUnder(keyId: string): Promise<string | null> {
    return (await this.claims.get(keyId))?.value.task_id ?? null;
  }

  /**
   * Which task a key stands for is decided once, before it is published and before a client is told: the answer may be
   * lost, a twin may end meanwhile, and of two requests with the key one may have seen it and the other not.
   *
   * @returns the task given, or the one that another request with the key was faster with
   */
  private async settleKey(keyId: string, task: string): Promise<string> {
    const claim: UniqueClaim = { v: 1, task_id: task, tasks: [], at: this.now().toISOString() };
    if ((await this.claims.create(keyId, claim)) !== null) return task;
    return (await this.twinUnder(keyId)) ?? task;
  }

  /** The task that the claim names, where it waits or runs; null where the next one may have the claim. */
  private async queuedUnder(claim: UniqueClaim, publish: (id: string) => Promise<void>): Promise<string | null> {
    const states = await Promise.all(claim.tasks.map((task) => this.store.find(task)));
    if (states.some((state) => state && !isFinal(state.state))) return claim.task_id;
    const isBeingPublished = this.now().getTime() - Date.parse(claim.at) < PUBLISHED_WITHIN_MS;
    if (states.every(Boolean) || !isBeingPublished) return null;
    await publish(claim.task_id);
    return claim.task_id;
  }

  /** An identical command that came without `unique`: from a schedule, say. */
  private twinOf({ chamber, name, command }: GivenCommand): string | null {
    const asked = withoutExpiry(argsOf(command));
    const isOpen = ({ state }: { state: Parameters<typeof isFinal>[0] }): boolean => !isFinal(state);
    const task = this.live.find((one) => isOpen(one) && isTaskAskedFor(one, chamber, name, asked));
    if (task) return task.id;
    return this.live.find((one) => isOpen(one) && isWholeAskedFor(one, chamber, name, asked))?.group?.id ?? null;
  }
}

function keyOf({ chamber, name, command }: GivenCommand): string {
  const args = Object.entries(withoutExpiry(argsOf(command))).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([chamber, name, args]))
    .digest('hex');
}
