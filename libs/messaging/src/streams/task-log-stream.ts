import { logSubject, STREAMS, type TaskLogLine } from '#rotunda/contracts';
import { Injectable } from '@nestjs/common';
import { NatsClient, type StoredMessage } from '../connection/nats-client.js';
import { MessageStream } from './message-stream.js';
import { readStream, storedUntil } from './stream-reader.js';

/** In place of a task's id: all logs. nats-server 2.9 accepts only one filter, so a reader can't select several. */
export const ALL_TASKS = '*';

/** The stream TASK_LOGS, which keeps the last lines of each task. */
@Injectable()
export class TaskLogStream extends MessageStream {
  constructor(client: NatsClient) {
    super(client, STREAMS.taskLogs);
  }

  async publish(taskId: string, line: TaskLogLine): Promise<void> {
    await this.client.publish(logSubject(taskId), JSON.stringify(line));
  }

  /** The sequence of the task's last line; 0 if it has none. */
  lastOf(taskId: string): Promise<number> {
    return this.client.lastSequence(this.stream, logSubject(taskId));
  }

  /** The task's first line at or after `sequence`. */
  nextOf(taskId: string, sequence: number): Promise<StoredMessage | null> {
    return this.client.nextStored(this.stream, sequence, logSubject(taskId));
  }

  /** The lines after `after` up to `last`, which must exist, oldest first. */
  storedOf(taskId: string, after: number, last: number): AsyncIterable<StoredMessage> {
    return storedUntil(this.client, { stream: this.stream, subject: logSubject(taskId), after }, last);
  }

  /** The lines after `after`, then each as it is written, until `signal` aborts. */
  follow(taskId: string, after: number, signal: AbortSignal): Promise<AsyncIterable<StoredMessage>> {
    return readStream(this.client, { stream: this.stream, subject: logSubject(taskId), after }, signal);
  }
}
