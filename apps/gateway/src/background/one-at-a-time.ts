import { Logger } from '@nestjs/common';
import { asProblem } from '../http/known-errors.js';

/**
 * Work that an interval repeats. A run that takes longer than the interval is not started twice, and an outage of NATS
 * or Postgres is logged once, not every second. The next interval is the retry.
 */
export class OneAtATime {
  private readonly logger: Logger;
  private running = false;
  private complaint = '';

  constructor(what: string) {
    this.logger = new Logger(what);
  }

  /** @throws every error except an outage of NATS or Postgres; Nest's scheduler logs it */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      await work();
      if (this.complaint) this.logger.log('works again');
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
