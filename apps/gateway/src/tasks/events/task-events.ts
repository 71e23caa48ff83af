import { Injectable } from '@nestjs/common';
import { BUCKETS, type TaskState } from '#rotunda/contracts';
import { bucketStream, NatsClient, readStream, type StreamMessage } from '#rotunda/messaging';
import { readTaskState } from '#rotunda/tasks';
import type { ServerSentEvent } from '../../http/event-stream.js';

const stream = bucketStream(BUCKETS.tasks);
const prefix = `$KV.${BUCKETS.tasks}.`;

/** Each change of a task's state, as KV `tasks` has it: an event's id is the revision. */
@Injectable()
export class TaskEvents {
  constructor(private readonly client: NatsClient) {}

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
    const { last } = await this.client.storedRange(stream);
    const from = after === undefined || after > last ? last : after;
    return told(from, await readStream(this.client, { stream, subject: `${prefix}>`, after: from }, signal), wanted);
  }
}

async function* told(
  from: number,
  messages: AsyncIterable<StreamMessage>,
  wanted: (task: TaskState) => boolean,
): AsyncGenerator<ServerSentEvent> {
  yield { id: from, event: 'ready', data: { revision: from } };
  for await (const { subject, sequence, data } of messages) {
    const task = readTaskState(subject.slice(prefix.length), Buffer.from(data).toString());
    if (task && wanted(task)) yield { id: sequence, event: 'task', data: task };
  }
}
