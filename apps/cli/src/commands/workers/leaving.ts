import { setTimeout as delay } from 'node:timers/promises';
import type { Chamber, Draining } from '#rotunda/contracts';
import { inOneLine } from '#rotunda/contracts/light';
import { ApiError } from '../../api/api-error.js';
import { type RotundaApi, segment } from '../../api/rotunda-api.js';
import type { Output } from '../../output/output.js';
import { type ListedWorker, remainingOf } from './worker-lines.js';

const POLL_MS = 500;
const SECOND_MS = 1_000;
const GONE = 404;
const SILENT = 504;

interface WorkerAnswer {
  workers: ListedWorker[];
}

/** Workers that leave one by one, as seen through the gateway. */
export class Leaving {
  /** Why, of workers that did not answer. Those behind them are asked all the same. */
  readonly silent: ApiError[] = [];
  private hasAnswered = false;

  constructor(
    private readonly api: RotundaApi,
    private readonly output: Pick<Output, 'hint' | 'progress'>,
  ) {}

  /** Waits for a gateway that is away (being restarted too, it is soon back), unless it never answered. */
  async workers(chamber?: Chamber): Promise<ListedWorker[]> {
    const { workers } = await (this.hasAnswered
      ? this.api.sendUntilAnswered<WorkerAnswer>('/workers', {}, () =>
          this.output.hint('rotunda: the gateway is away; continuing when it is back'),
        )
      : this.api.get<WorkerAnswer>('/workers'));
    this.hasAnswered = true;
    return workers.filter((worker) => chamber === undefined || worker.chamber === chamber);
  }

  /** @returns the worker as it answers; null where it is silent (kept in `silent`) or has ended by itself meanwhile */
  async ask({ id, name }: ListedWorker, how: Draining): Promise<ListedWorker | null> {
    try {
      const worker = await this.api.post<ListedWorker>(`/workers/${segment(id)}/${how}`);
      this.hasAnswered = true;
      return worker;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === SILENT) this.silent.push(error);
      else if (error.status === GONE) this.output.hint(inOneLine(`${name} has ended by itself`));
      else throw error;
      return null;
    }
  }

  /** Waits for as long as its tasks run, and shows which. */
  async gone({ id, name }: ListedWorker): Promise<void> {
    for (;;) {
      const worker = (await this.workers()).find((one) => one.id === id);
      if (!worker) return;
      this.output.progress(inOneLine(`${name}: ${remainingOf(worker)}`));
      await delay(POLL_MS);
    }
  }

  /** The new worker of a chamber. @throws Error where none comes in time */
  async successor({ name, chamber }: ListedWorker, before: ListedWorker[], withinMs: number): Promise<ListedWorker> {
    const known = new Set(before.map(({ id }) => id));
    const deadline = performance.now() + withinMs;
    while (performance.now() < deadline) {
      const found = (await this.workers(chamber)).find(({ id, draining }) => !known.has(id) && !draining);
      if (found) return found;
      this.output.progress(inOneLine(`${name} has ended; waiting for its successor`));
      await delay(POLL_MS);
    }
    throw new Error(
      `${name} has ended, and within ${withinMs / SECOND_MS} s no other ${chamber}-scraper has come: ` +
        'see whether its supervisor runs, and the log of the worker. No further worker was asked to restart.',
    );
  }
}
