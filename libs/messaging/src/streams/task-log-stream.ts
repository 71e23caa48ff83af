import { logSubject, STREAMS, type TaskLogLine } from '#rotunda/contracts';
import { Injectable } from '@nestjs/common';
import { NatsClient, type StoredMessage } from '../connection/nats-client.js';
import { MessageStream } from './message-stream.js';
import { readStream, storedUntil } from './stream-reader.js';

/** In place of a task's id: a reader of all logs. nats-server 2.9 takes a single filter, so none reads just some. */
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

  /** The sequence of the task's last line; 0 where it has none. */
  lastOf(taskId: string): Promise<number> {
    return this.client.lastSequence(this.stream, logSubject(taskId));
  }

  /** The task's first line at or behind `sequence`. */
  nextOf(taskId: string, sequence: number): Promise<StoredMessage | null> {
    return this.client.nextStored(this.stream, sequence, logSubject(taskId));
  }

  /** The lines behind `after` up to `last`, which is stored, oldest first. */
  storedOf(taskId: string, after: number, last: number): AsyncIterable<StoredMessage> {
    return storedUntil(this.client, { stream: this.stream, subject: logSubject(taskId), after }, last);
  }

  /** The lines behind `after`, then each as it is written, until `signal` aborts. */
  follow(taskId: string, after: number, signal: AbortSignal): Promise<AsyncIterable<StoredMessage>> {
    return readStream(this.client, { stream: this.stream, subject: logSubject(taskId), after }, signal);
  }
}
