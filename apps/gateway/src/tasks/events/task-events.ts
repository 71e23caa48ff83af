import { Inject, Injectable } from '@nestjs/common';
import type { TaskState } from '#rotunda/contracts';
import { type Change, type TasksBucket, TASKS_BUCKET } from '#rotunda/messaging';
import { readTaskState } from '#rotunda/tasks';
import type { ServerSentEvent } from '../../http/event-stream.js';

/** Each change of a task's state, as KV `tasks` has it: an event's id is the revision. */
@Injectable()
export class TaskEvents {
  constructor(@Inject(TASKS_BUCKET) private readonly states: TasksBucket) {}

  /**
   * First `ready`, with the id that the stream begins behind; then a `task` for each change.
   *
   * @param after the revision behind which to begin; now, where there is none or where it was never reached
   */
  async follow(
    after: number | undefined,
    wanted: (task: TaskState) => boolean,
    signal: AbortSignal,
  ): Promise<AsyncIterable<ServerSentEvent>> {
    const last = await this.states.lastRevision();
    const from = after === undefined || after > last ? last : after;
    return told(from, await this.states.changesAfter(from, signal), wanted);
  }
}

async function* told(
  from: number,
  changes: AsyncIterable<Change<string>>,
  wanted: (task: TaskState) => boolean,
): AsyncGenerator<ServerSentEvent> {
  yield { id: from, event: 'ready', data: { revision: from } };
  for await (const { key, value, revision } of changes) {
    const task = value === null ? null : readTaskState(key, value);
    if (task && wanted(task)) yield { id: revision, event: 'task', data: task };
  }
}
