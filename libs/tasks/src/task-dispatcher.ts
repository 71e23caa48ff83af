import { randomUUID } from 'node:crypto';
import {
  type Chamber,
  CHAMBERS,
  childTaskId,
  commandSubject,
  messageId,
  TASK_ID_HEADER,
  type TaskGroup,
  type TaskName,
} from '#rotunda/contracts';
import { MessagingUnavailableError, NatsClient } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';
import type { TaskSettings } from './settings.js';
import { TaskStore } from './task-store.js';
import { TASK_SETTINGS } from './tokens.js';

export interface NewTask {
  chamber: Chamber;
  name: TaskName;
  args: Record<string, unknown>;
  /** A random one where it is not given. */
  id?: string;
  group?: TaskGroup;
}

/** Puts commands into the queue. */
@Injectable()
export class TaskDispatcher {
  constructor(
    private readonly client: NatsClient,
    private readonly store: TaskStore,
    @Inject(TASK_SETTINGS) private readonly settings: Pick<TaskSettings, 'TASK_MAX_RETRIES'>,
  ) {}

  /**
   * Resolves once the stream holds the command: from then on it is done, whatever dies. A second submission of the same
   * id within a day is the first one.
   *
   * @throws QueueFullError, MessagingUnavailableError: nothing was accepted
   */
  async submit({ id = randomUUID(), ...task }: NewTask): Promise<{ id: string; duplicate: boolean }> {
    const body = task.group ? { ...task.args, group: task.group } : task.args;
    const { sequence, duplicate } = await this.client.publish(
      commandSubject(task.chamber, task.name),
      JSON.stringify(body),
      { messageId: messageId(id, 1), header: { [TASK_ID_HEADER]: id } },
    );
    // The entry of a duplicate may have been removed with its result already; it must not rise again as PENDING.
    if (!duplicate) await this.enter({ ...task, id }, sequence);
    return { id, duplicate };
  }

  /**
   * One command for each chamber, as the children of a group. Published one by one: where that breaks off, the children
   * that are there name the group's size, and a second submission of the same group adds the others.
   */
  async submitGroup({ name, args, id = randomUUID() }: Omit<NewTask, 'chamber' | 'group'>): Promise<{ id: string }> {
    const group = { id, size: CHAMBERS.length };
    for (const chamber of CHAMBERS) await this.submit({ chamber, name, args, group, id: childTaskId(id, chamber, 1) });
    return { id };
  }

  private async enter(task: NewTask & { id: string }, streamSequence: number): Promise<void> {
    const maxRetries = this.settings.TASK_MAX_RETRIES;
    const queuedAt = new Date().toISOString();
    try {
      await this.store.enter({ ...task, run: 1, maxRetries, streamSequence, queuedAt });
    } catch (error) {
      // The stream has the command, and that alone counts: whoever reads it from there enters it.
      if (!(error instanceof MessagingUnavailableError)) throw error;
    }
  }
}
