import { setTimeout as delay } from 'node:timers/promises';
import type { ScrapeResult, TaskState, WorkerState } from '#rotunda/contracts';
import type { Chamber } from '#rotunda/domain';

const POLL_MS = 200;
const ANSWERS_WITHIN_MS = 5_000;
/** Longer than any outage that the test causes. */
const AWAY_AT_MOST_MS = 60_000;
const PAGE_SIZE = 500;

type Task = Pick<TaskState, 'id' | 'state' | 'attempts' | 'progress' | 'result' | 'error'>;

const FINAL = new Set(['SUCCESS', 'FAILURE', 'REVOKED']);

/** The REST API, as seen from outside the containers. */
export class GatewayApi {
  private readonly base: string;

  /** @param key to send; null: none */
  constructor(
    port: number,
    private readonly signal: AbortSignal,
    private readonly key: string | null = null,
  ) {
    this.base = `http://127.0.0.1:${port}/api/v1`;
  }

  /** Starts a scrape of these filing days, both included; returns the task's id. */
  async scrape(chamber: Chamber, window: { start: string; end: string }): Promise<string> {
    const body = JSON.stringify({ start_date: window.start, end_date: window.end });
    const { task_id } = await this.ask<{ task_id: string }>(`/tasks/scrape/${chamber}`, { method: 'POST', body });
    return task_id;
  }

  /**
   * Waits until `reached` is true of the task, and returns it. Survives an outage of the gateway or NATS.
   *
   * @throws Error where the task ends first
   */
  async taskWhen(what: string, id: string, reached: (task: Task) => boolean): Promise<Task> {
    for (;;) {
      const task = await this.task(id);
      if (reached(task)) return task;
      if (FINAL.has(task.state)) throw new Error(`${id} ended as ${told(task)}; waited for ${what}`);
      await delay(POLL_MS, undefined, { signal: this.signal });
    }
  }

  /** @throws Error where the task does not succeed */
  async result(id: string): Promise<ScrapeResult> {
    return (await this.succeeded(id)).result as ScrapeResult;
  }

  /** The number of attempts. @throws Error where the task does not succeed */
  async attempts(id: string): Promise<number> {
    return (await this.succeeded(id)).attempts.length;
  }

  async workers(): Promise<WorkerState[]> {
    return (await this.askPatiently<{ workers: WorkerState[] }>('/workers')).workers;
  }

  /** The number of stored rows of the chamber, including those that later reports restate; counted page by page. */
  async countTrades(chamber: Chamber): Promise<number> {
    let count = 0;
    for (let cursor: string | null = ''; cursor !== null;) {
      const place = cursor && `&cursor=${encodeURIComponent(cursor)}`;
      const query: string = `chamber=${chamber}&include_superseded=true&limit=${PAGE_SIZE}${place}`;
      const page: { data: unknown[]; next_cursor: string | null } = await this.ask(`/trades?${query}`);
      count += page.data.length;
      cursor = page.next_cursor;
    }
    return count;
  }

  private async succeeded(id: string): Promise<Task> {
    return this.taskWhen('success', id, ({ state }) => state === 'SUCCESS');
  }

  private async task(id: string): Promise<Task> {
    return this.askPatiently<Task>(`/tasks/${id}`);
  }

  private async askPatiently<T>(path: string): Promise<T> {
    const deadline = Date.now() + AWAY_AT_MOST_MS;
    for (;;) {
      try {
        return await this.ask<T>(path);
      } catch (error) {
        this.signal.throwIfAborted();
        if (Date.now() > deadline) throw error;
        await delay(POLL_MS, undefined, { signal: this.signal });
      }
    }
  }

  private async ask<T>(path: string, request: RequestInit = {}): Promise<T> {
    const overdue = new AbortController();
    // Not AbortSignal.timeout(): with it the process may exit. So does Node 20's fetch where the connection breaks
    // while it is made (seen when the container behind a published port is killed: exit code 13 in the middle of the
    // test).
    const timer = setTimeout(() => overdue.abort(new Error(`${path}: no answer`)), ANSWERS_WITHIN_MS);
    try {
      const signal = AbortSignal.any([this.signal, overdue.signal]);
      const headers = {
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...(this.key !== null && { authorization: `Bearer ${this.key}` }),
      };
      const answer = await fetch(this.base + path, { ...request, headers, signal });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as T;
    } finally {
      clearTimeout(timer);
    }
  }
}

const told = ({ state, error }: Task): string => `${state}${error ? ` (${error.code}: ${error.message})` : ''}`;
