import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { isFinal } from '#rotunda/contracts';
import { ALL_TASKS, type StoredMessage, TaskLogStream } from '#rotunda/messaging';
import { LiveState } from '#rotunda/tasks';
import type { ServerSentEvent } from '../../http/event-stream.js';
import { asLine, type LoggedLine } from './logged-line.js';
import { TaskLookup } from '../lookup/task-lookup.js';

const LOOK_MS = 500;
/** Parallel requests to NATS: a group has up to a thousand logs. */
const AT_A_TIME = 64;

/** Reads task logs from the stream `TASK_LOGS`. A group's log is that of its children, in the order of writing. */
@Injectable()
export class TaskLogLines {
  constructor(
    private readonly stream: TaskLogStream,
    private readonly tasks: TaskLookup,
    private readonly live: LiveState,
  ) {}

  /** The last `limit` lines after `after`. @throws NotFoundException if no task with this id is known */
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
   * The lines after `after`, then new ones as they are written, and `end` once the task has ended and all were sent.
   *
   * @throws NotFoundException if no task with this id is known
   */
  async follow(id: string, after: number, signal: AbortSignal): Promise<AsyncIterable<ServerSentEvent>> {
    const ids = await this.logsOf(id);
    // A server that lost its data counts from 1 again. If it has not reached `after`, all its lines are new.
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
   * @param onEnd gets the task's final state and the sequence of its last line. For a single task it is called
   *   repeatedly, as that line may expire before it is read
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
        // A group's reader sees other tasks' lines, so it passes that sequence anyway.
        if (found?.times.finished && ids.length > 1) return;
      } catch {
        // NATS or Postgres is unavailable: look again later.
      }
      await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Whether any of them still runs, by the live view, which costs no request. */
  private isGoingOn(ids: string[]): boolean {
    const wanted = new Set(ids);
    return this.live.find(({ id, state }) => wanted.has(id) && !isFinal(state)) !== null;
  }

  /** The sequence of their last line; 0 if there is none. */
  private async lastOf(ids: string[]): Promise<number> {
    return Math.max(...(await inTurn(ids, (id) => this.stream.lastOf(id))));
  }

  /** A group's log is filtered from the lines of all tasks: skip those before its first. */
  private async placeBefore(ids: string[], after: number, last: number): Promise<number> {
    if (ids.length === 1) return after;
    const firsts = await inTurn(ids, (id) => this.stream.nextOf(id, after + 1));
    return Math.min(last, ...firsts.flatMap((first) => (first ? [first.sequence - 1] : [])));
  }

  /** The tasks whose logs to read: for a group, its children. */
  private async logsOf(id: string): Promise<string[]> {
    const found = await this.tasks.getKnown(id);
    if (!('children' in found)) return [id];
    const { children, missing, unknown } = await this.tasks.knownPartsOf(id);
    return [...children, ...missing, ...unknown].map((part) => part.id);
  }
}

/** The stream's filter: a group's log is filtered from the lines of all tasks. */
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
  /** The sequence after which they begin. */
  from: number;
  ids: ReadonlySet<string>;
  stop: AbortController;
}

const asEvent = (line: LoggedLine): ServerSentEvent => ({ id: line.id, event: 'line', data: line });
