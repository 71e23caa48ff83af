import { Injectable } from '@nestjs/common';
import { BUCKETS, type TaskState } from '#rotunda/contracts';
import { bucketStream, NatsClient, readStream, type StreamMessage } from '#rotunda/messaging';
import type { ServerSentEvent } from '../http/event-stream.js';

const stream = bucketStream(BUCKETS.tasks);
const subject = `$KV.${BUCKETS.tasks}.>`;

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
    return told(from, await readStream(this.client, { stream, subject, after: from }, signal), wanted);
  }
}

async function* told(
  from: number,
  messages: AsyncIterable<StreamMessage>,
  wanted: (task: TaskState) => boolean,
): AsyncGenerator<ServerSentEvent> {
  yield { id: from, event: 'ready', data: { revision: from } };
  for await (const { sequence, data } of messages) {
    const task = stateIn(data);
    if (task && wanted(task)) yield { id: sequence, event: 'task', data: task };
  }
}

/** Null for the marker of a removed key, and for what was written by hand and is no JSON. */
function stateIn(data: Uint8Array): TaskState | null {
  try {
    return JSON.parse(Buffer.from(data).toString()) as TaskState;
  } catch {
    return null;
  }
}
