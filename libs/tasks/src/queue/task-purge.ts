import { type Chamber, isFinal, type TaskName, type TaskState } from '#rotunda/contracts';
import { CommandQueue, type StoredMessage } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { type CommandIdentity, identifyCommand } from './command-identity.js';
import type { TaskSettings } from '../settings.js';
import { shownCommand } from './shown-command.js';
import { TaskStore } from './task-store.js';
import { pending, revoked } from '../state/task-transitions.js';
import { TASK_SETTINGS } from '../tokens.js';

export interface PurgeFilters {
  chamber?: Chamber | undefined;
  name?: TaskName | undefined;
}

/** Numbers of commands in the queue; each is counted once. */
export interface PurgeCounts {
  /** Waited for their first attempt: REVOKED and removed. */
  purged: number;
  /** Run, or wait for a retry: left alone. */
  left: number;
  /** Commands of tasks that had already ended: removed. */
  stale: number;
}

const PURGED = { code: 'Purged', message: 'removed from the queue on request' };

/**
 * Removes waiting commands from the queue. Purging the stream would also remove the commands of running tasks, which
 * could then not be taken over from a worker that dies. So commands are removed one by one, according to the state of
 * the task.
 */
@Injectable()
export class TaskPurge {
  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    @Inject(TASK_SETTINGS) private readonly settings: Pick<TaskSettings, 'TASK_MAX_RETRIES'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Does not purge commands that arrive meanwhile. @throws MessagingUnavailableError: some may be purged already */
  async purge(filters: PurgeFilters): Promise<PurgeCounts> {
    const counts: PurgeCounts = { purged: 0, left: 0, stale: 0 };
    const { first, last } = await this.queue.range();
    for await (const message of this.queue.between(first, last)) {
      const command = identifyCommand(message);
      if (isMeant(command, filters)) counts[await this.remove(command, message)] += 1;
    }
    return counts;
  }

  private async remove(command: CommandIdentity, message: StoredMessage): Promise<keyof PurgeCounts> {
    const now = this.now().toISOString();
    let seen: TaskState | null = null;
    const revokedState = await this.store.change(command.id, (state) => {
      seen = state;
      if (state && (state.state !== 'PENDING' || state.run !== command.run)) return null;
      return revoked(state ?? this.unentered(command, message), PURGED, now);
    });
    // A later run that is not entered yet is being requested right now.
    const isStale = !revokedState && seen !== null && hasEnded(seen, command.run);
    if (!revokedState && !isStale) return 'left';
    await this.queue.remove(message.sequence);
    return revokedState ? 'purged' : 'stale';
  }

  /** As the reader of new commands would have entered it, with its group, which would otherwise miss a child. */
  private unentered(command: CommandIdentity, { sequence, publishedAt, data }: StoredMessage): TaskState {
    return pending({
      ...command,
      ...shownCommand(data),
      maxRetries: this.settings.TASK_MAX_RETRIES,
      streamSequence: sequence,
      queuedAt: publishedAt.toISOString(),
    });
  }
}

const hasEnded = ({ state, run }: TaskState, of: number): boolean => run > of || (run === of && isFinal(state));

const isMeant = (command: CommandIdentity, { chamber, name }: PurgeFilters): boolean =>
  (!chamber || command.chamber === chamber) && (!name || command.name === name);
