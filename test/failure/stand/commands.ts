import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { commandSubject, isFinal, messageId, TASK_ID_HEADER, type TaskState } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import type { Day } from './endless-site.js';
import type { System } from './system.js';
import { HANGS_AFTER_MS } from './timing.js';

/** How long a client waits before it repeats a request. */
const ANSWER_WITHIN_MS = 10_000;
const TRY_AGAIN_MS = 200;

/** Where commands are sent to and observed. */
export type CommandTarget = Pick<System, 'client' | 'tasks'> & { gateway: { url: string } | null };

/** Sends commands as clients do, and remembers the accepted ones: each of them must be done. */
export class Commands {
  /** Task id → the day it scrapes. */
  readonly accepted = new Map<string, Day>();
  /** Number of repeated commands. */
  repeated = 0;

  constructor(private readonly system: CommandTarget) {}

  /** Like a client with an Idempotency-Key: repeats the request until it is accepted. */
  async post(day: Day): Promise<string> {
    const key = randomUUID();
    const id = await this.untilAccepted(() => this.tryToPost(day, key));
    this.accepted.set(id, day);
    return id;
  }

  /** Like a program on the bus: repeats the message under the same id until the stream acknowledges it. */
  async publish(day: Day): Promise<string> {
    const id = `bus-${randomUUID()}`;
    await this.untilAccepted(async () => {
      await this.system.client.publish(commandSubject('house', 'scrape'), JSON.stringify(bodyOf(day)), {
        messageId: messageId(id, 1),
        header: { [TASK_ID_HEADER]: id },
      });
      return id;
    });
    this.accepted.set(id, day);
    return id;
  }

  async ended(id: string, timeoutMs: number): Promise<TaskState> {
    return eventually(
      `the end of ${id}`,
      async () => {
        // The broker may be unavailable now.
        const state = await this.system.tasks.find(id).catch(() => null);
        return state && isFinal(state.state) ? state : null;
      },
      timeoutMs,
    ).catch(async (error: Error) => {
      const state = await this.system.tasks.find(id).catch(String);
      throw new Error(`${error.message}; it is ${JSON.stringify(state)}`, { cause: error });
    });
  }

  private async tryToPost(day: Day, key: string): Promise<string> {
    const answer = await fetch(`${this.system.gateway!.url}/api/v1/tasks/scrape/house`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(bodyOf(day)),
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (answer.status !== 202) throw new Error(`POST: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { task_id: string }).task_id;
  }

  private async untilAccepted(attempt: () => Promise<string>): Promise<string> {
    const deadline = Date.now() + HANGS_AFTER_MS;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() > deadline) throw error;
        this.repeated += 1;
        await delay(TRY_AGAIN_MS);
      }
    }
  }
}

const bodyOf = ({ date, until = date }: Day) => ({ start_date: date, end_date: until });
