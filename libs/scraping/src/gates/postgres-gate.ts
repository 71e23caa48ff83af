import { TASK_ERROR_CODES } from '#rotunda/contracts';
import { isDatabaseUnavailable, PostgresHealth } from '#rotunda/persistence';
import { HandBack } from '#rotunda/tasks';
import { Injectable, Logger } from '@nestjs/common';
import { Changes } from '../changes.js';

/** A Postgres that answered within this time counts as available. */
const FRESH_MS = 3_000;
const ASK_AGAIN_MS = 1_000;

/**
 * Keeps commands in the queue while Postgres is unavailable: it is asked before each pull, and a task that loses
 * Postgres midway goes back into the queue.
 */
@Injectable()
export class PostgresGate {
  private readonly logger = new Logger('Postgres');
  private readonly pause = new Changes();
  private isAway = false;
  private answeredAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly postgres: PostgresHealth) {}

  get isOpen(): boolean {
    return !this.isAway;
  }

  /** Resolves once Postgres answers. @throws the signal's reason */
  async opened(signal: AbortSignal): Promise<void> {
    while (performance.now() - this.answeredAt > FRESH_MS) {
      signal.throwIfAborted();
      if (await this.ask()) return;
      await this.pause.next(signal, ASK_AGAIN_MS);
    }
  }

  /** @throws HandBack where the work fails because Postgres is unavailable; else whatever the work throws */
  async during<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
      this.setAway(error);
      const reason = error instanceof Error ? error.message : String(error);
      throw new HandBack(
        TASK_ERROR_CODES.postgresAway,
        `Postgres became unavailable: ${reason}; the task goes back into the queue`,
        {
          cause: error,
        },
      );
    }
  }

  private async ask(): Promise<boolean> {
    try {
      await this.postgres.check();
      if (this.isAway) this.logger.log('Postgres answers again: pulling commands');
      this.isAway = false;
      this.answeredAt = performance.now();
      return true;
    } catch (error) {
      this.setAway(error);
      return false;
    }
  }

  private setAway(error: unknown): void {
    if (!this.isAway)
      this.logger.warn(`commands wait for Postgres: ${error instanceof Error ? error.message : String(error)}`);
    this.isAway = true;
    this.answeredAt = Number.NEGATIVE_INFINITY;
  }
}
