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

/** What became of the commands that were in the queue, each counted once. */
export interface PurgeCounts {
  /** Waited to be taken up for the first time: REVOKED, and out of the queue. */
  purged: number;
  /** Run, or wait for a retry: left alone. */
  left: number;
  /** Commands of tasks that had ended already: taken out of the queue. */
  stale: number;
}

const PURGED = { code: 'Purged', message: 'taken out of the queue on request' };

/**
 * Empties the queue of what waits. Purging the stream would take the commands of running tasks away without a word
 * (nobody would take over from a worker that dies), hence one by one, each decided by the state of its task.
 */
@Injectable()
export class TaskPurge {
  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    @Inject(TASK_SETTINGS) private readonly settings: Pick<TaskSettings, 'TASK_MAX_RETRIES'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Commands that come in meanwhile are left. @throws MessagingUnavailableError: some may be purged already */
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
    // A later run that nobody entered yet is somebody's who asks for it right now.
    const isStale = !revokedState && seen !== null && hasEnded(seen, command.run);
    if (!revokedState && !isStale) return 'left';
    await this.queue.remove(message.sequence);
    return revokedState ? 'purged' : 'stale';
  }

  /** As the reader of new commands would have entered it: a group misses a child that does not name it. */
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
