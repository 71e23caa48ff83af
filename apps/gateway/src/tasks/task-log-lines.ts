import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isFinal, logSubject, STREAMS } from '#rotunda/contracts';
import { NatsClient, readStored, readStream, type StreamMessage } from '#rotunda/messaging';
import type { ServerSentEvent } from '../http/event-stream.js';
import { asLine, type LoggedLine } from './logged-line.js';
import { TaskLookup } from './task-lookup.js';

const stream = STREAMS.taskLogs;
const LOOK_MS = 500;

/** Reads the logs of tasks from the stream `TASK_LOGS`; that of a group is its children's, in the order of writing. */
@Injectable()
export class TaskLogLines {
  constructor(
    private readonly client: NatsClient,
    private readonly tasks: TaskLookup,
  ) {}

  /** The lines behind `after`. @throws NotFoundException where no task ever had this id */
  async read(id: string, after: number): Promise<LoggedLine[]> {
    const ids = await this.logsOf(id);
    const logs = await Promise.all(
      ids.map((id) => readStored(this.client, { stream, subject: logSubject(id), after })),
    );
    return logs
      .flat()
      .map(asLine)
      .toSorted((a, b) => a.id - b.id);
  }

  /**
   * The lines behind `after`, then each as it is written, and `end` once the task has ended and all of them were told.
   *
   * @throws NotFoundException where no task ever had this id
   */
  async follow(id: string, after: number, signal: AbortSignal): Promise<AsyncIterable<ServerSentEvent>> {
    const ids = await this.logsOf(id);
    // A server that lost its data counts from 1 again: what is behind a place that it never reached is all.
    const { last } = await this.client.storedRange(stream);
    const from = await this.placeBefore(ids, after > last ? 0 : after, last);
    const stop = new AbortController();
    signal.addEventListener('abort', () => stop.abort(), { once: true });
    // The lines of other tasks are of no use to one that follows a single task; a group has too many subjects for one filter.
    const subject = ids.length === 1 ? logSubject(ids[0]!) : logSubject('*');
    const lines = await readStream(this.client, { stream, subject, after: from }, stop.signal);
    return this.tell(id, { lines, from, ids: new Set(ids), stop });
  }

  private async *tell(
    id: string,
    { lines, from, ids, stop }: Followed,
  ): AsyncGenerator<ServerSentEvent, void, undefined> {
    const end: { state?: string; at?: number } = {};
    let told = from;
    const watching = this.waitForEnd(id, [...ids], stop.signal, (state, at) => {
      Object.assign(end, { state, at });
      if (told >= at) stop.abort();
    });
    try {
      for await (const message of lines) {
        const line = asLine(message);
        told = line.id;
        if (ids.has(line.task_id)) yield asEvent(line);
        if (end.at !== undefined && told >= end.at) break;
      }
      if (end.state) yield { event: 'end', data: { task_id: id, state: end.state } };
    } finally {
      stop.abort();
      await watching;
    }
  }

  /** @param onEnd gets the task's final state, and where the last of its lines stands */
  private async waitForEnd(
    id: string,
    ids: string[],
    signal: AbortSignal,
    onEnd: (state: string, at: number) => void,
  ): Promise<void> {
    while (!signal.aborted) {
      try {
        const { state, times } = await this.tasks.get(id);
        if (isFinal(state) && times.finished) return onEnd(state, Math.max(...(await this.lastOf(ids))));
      } catch {
        // NATS or Postgres is away: the next look tells.
      }
      await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private lastOf(ids: string[]): Promise<number[]> {
    return Promise.all(ids.map((id) => this.client.lastSequence(stream, logSubject(id))));
  }

  /** A group's log is picked from all tasks' lines: none of those that came before its first need be read. */
  private async placeBefore(ids: string[], after: number, last: number): Promise<number> {
    if (ids.length === 1) return after;
    const firsts = await Promise.all(ids.map((id) => this.client.nextStored(stream, after + 1, logSubject(id))));
    return Math.min(last, ...firsts.flatMap((first) => (first ? [first.sequence - 1] : [])));
  }

  /** A group has no log of its own. */
  private async logsOf(id: string): Promise<string[]> {
    const found = await this.tasks.get(id);
    if (!('children' in found)) return [id];
    const { children, missing } = await this.tasks.partsOf(id);
    return [...children, ...missing].map((part) => part.id);
  }
}

interface Followed {
  lines: AsyncIterable<StreamMessage>;
  /** Where those begin. */
  from: number;
  ids: ReadonlySet<string>;
  stop: AbortController;
}

const asEvent = (line: LoggedLine): ServerSentEvent => ({ id: line.id, event: 'line', data: line });
