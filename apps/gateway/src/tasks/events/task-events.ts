import { Inject, Injectable } from '@nestjs/common';
import type { TaskState } from '#rotunda/contracts';
import { type Change, type TasksBucket, TASKS_BUCKET } from '#rotunda/messaging';
import { readTaskState } from '#rotunda/tasks';
import type { ServerSentEvent } from '../../http/event-stream.js';

/** Streams the changes in KV `tasks`. The id of an event is its revision. */
@Injectable()
export class TaskEvents {
  constructor(@Inject(TASKS_BUCKET) private readonly states: TasksBucket) {}

  /**
   * First `ready`, with the id after which the stream begins; then a `task` for each change.
   *
   * @param after the revision after which to begin; if undefined or not reached yet, the latest one
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
