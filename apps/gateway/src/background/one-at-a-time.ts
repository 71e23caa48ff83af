import { Logger } from '@nestjs/common';
import { asProblem } from '../http/known-errors.js';

/**
 * Work that an interval repeats: a run that takes longer than the interval is not begun twice, and an outage of NATS or
 * Postgres is told once, not each second. The next interval is the retry, so nothing is lost by going on.
 */
export class OneAtATime {
  private readonly logger: Logger;
  private running = false;
  private complaint = '';

  constructor(what: string) {
    this.logger = new Logger(what);
  }

  /** @throws whatever is no outage of NATS or Postgres; the scheduler logs it */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      await work();
      if (this.complaint) this.logger.log('goes on');
      this.complaint = '';
    } catch (error) {
      this.complain(error);
    } finally {
      this.running = false;
    }
  }

  private complain(error: unknown): void {
    const outage = asProblem(error);
    if (!outage) throw error;
    if (outage.message !== this.complaint) this.logger.warn(`waits: ${outage.message}`);
    this.complaint = outage.message;
  }
}
