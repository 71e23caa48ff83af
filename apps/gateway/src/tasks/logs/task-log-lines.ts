import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isFinal } from '#rotunda/contracts';
import { ALL_TASKS, type StoredMessage, TaskLogStream } from '#rotunda/messaging';
import { LiveState } from '#rotunda/tasks';
import type { ServerSentEvent } from '../../http/event-stream.js';
import { asLine, type LoggedLine } from './logged-line.js';
import { TaskLookup } from '../lookup/task-lookup.js';

const LOOK_MS = 500;
/** A group has up to a thousand logs: NATS is asked about so many at once. */
const AT_A_TIME = 64;

/** Reads the logs of tasks from the stream `TASK_LOGS`; that of a group is its children's, in the order of writing. */
@Injectable()
export class TaskLogLines {
  constructor(
    private readonly stream: TaskLogStream,
    private readonly tasks: TaskLookup,
    private readonly live: LiveState,
  ) {}

  /** The last `limit` of the lines behind `after`. @throws NotFoundException where no task ever had this id */
  async read(id: string, after: number, limit: number): Promise<LoggedLine[]> {
    const ids = await this.logsOf(id);
    const last = await this.lastOf(ids);
    if (last <= after) return [];
    const from = await this.placeBefore(ids, after, last);
    const wanted = new Set(ids);
    let lines: LoggedLine[] = [];
    for await (const message of this.stream.storedOf(readerOf(ids), from, last)) {
      const line = asLine(message);
      if (wanted.has(line.task_id)) lines.push(line);
      if (lines.length >= 2 * limit) lines = lines.slice(-limit);
    }
    return lines.slice(-limit);
  }

  /**
   * The lines behind `after`, then each as it is written, and `end` once the task has ended and all of them were told.
   *
   * @throws NotFoundException where no task ever had this id
   */
  async follow(id: string, after: number, signal: AbortSignal): Promise<AsyncIterable<ServerSentEvent>> {
    const ids = await this.logsOf(id);
    // A server that lost its data counts from 1 again: what is behind a place that it never reached is all.
    const { last } = await this.stream.range();
    const from = await this.placeBefore(ids, after > last ? 0 : after, last);
    const stop = new AbortController();
    signal.addEventListener('abort', () => stop.abort(), { once: true });
    const lines = await this.stream.follow(readerOf(ids), from, stop.signal);
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

  /**
   * @param onEnd gets the task's final state, and where the last of its lines stands; of a single task again and again,
   *   as that line may age out before it is read
   */
  private async waitForEnd(
    id: string,
    ids: string[],
    signal: AbortSignal,
    onEnd: (state: string, at: number) => void,
  ): Promise<void> {
    while (!signal.aborted) {
      try {
        const found = this.isGoingOn(ids) ? null : await this.tasks.getKnown(id);
        if (found?.times.finished && isFinal(found.state)) onEnd(found.state, await this.lastOf(ids));
        // The lines of other tasks lead a group's reader on.
        if (found?.times.finished && ids.length > 1) return;
      } catch {
        // NATS or Postgres is away: the next look tells.
      }
      await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** As far as the live view knows, which costs nothing to ask. */
  private isGoingOn(ids: string[]): boolean {
    const wanted = new Set(ids);
    return this.live.find(({ id, state }) => wanted.has(id) && !isFinal(state)) !== null;
  }

  /** Where the last of their lines stands; 0 where there is none. */
  private async lastOf(ids: string[]): Promise<number> {
    return Math.max(...(await inTurn(ids, (id) => this.stream.lastOf(id))));
  }

  /** A group's log is picked from all tasks' lines: none of those that came before its first need be read. */
  private async placeBefore(ids: string[], after: number, last: number): Promise<number> {
    if (ids.length === 1) return after;
    const firsts = await inTurn(ids, (id) => this.stream.nextOf(id, after + 1));
    return Math.min(last, ...firsts.flatMap((first) => (first ? [first.sequence - 1] : [])));
  }

  /** A group has no log of its own. */
  private async logsOf(id: string): Promise<string[]> {
    const found = await this.tasks.getKnown(id);
    if (!('children' in found)) return [id];
    const { children, missing, unknown } = await this.tasks.knownPartsOf(id);
    return [...children, ...missing, ...unknown].map((part) => part.id);
  }
}

/** Whose log is read: a group's is picked from all tasks' lines. */
const readerOf = (ids: string[]): string => (ids.length === 1 ? ids[0]! : ALL_TASKS);

async function inTurn<T>(ids: string[], ask: (id: string) => Promise<T>): Promise<T[]> {
  const answers: T[] = [];
  for (let i = 0; i < ids.length; i += AT_A_TIME) {
    answers.push(...(await Promise.all(ids.slice(i, i + AT_A_TIME).map(ask))));
  }
  return answers;
}

interface Followed {
  lines: AsyncIterable<StoredMessage>;
  /** Where those begin. */
  from: number;
  ids: ReadonlySet<string>;
  stop: AbortController;
}

const asEvent = (line: LoggedLine): ServerSentEvent => ({ id: line.id, event: 'line', data: line });
