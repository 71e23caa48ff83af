import { setTimeout as delay } from 'node:timers/promises';
import type { Commands } from '../stand/commands.js';
import type { EndlessSite } from '../stand/endless-site.js';

/** A steady stream of commands, alternately over REST and over the bus. */
export class Load {
  private readonly underWay = new Set<Promise<unknown>>();
  private stopping: AbortController | null = null;
  private running: Promise<void> = Promise.resolve();
  private sent = 0;
  /** Commands that were not accepted in time; a client would have seen an error. */
  refused = 0;

  constructor(
    private readonly commands: Commands,
    private readonly site: EndlessSite,
    private readonly everyMs: number,
  ) {}

  start(): void {
    this.stopping = new AbortController();
    this.running = this.run(this.stopping.signal);
  }

  /** Resolves when every command in progress is accepted or given up. */
  async stop(): Promise<void> {
    this.stopping?.abort();
    await this.running;
    await Promise.all(this.underWay);
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const day = this.site.nextDay();
      const sending = this.sent++ % 2 === 0 ? this.commands.post(day) : this.commands.publish(day);
      const settled: Promise<unknown> = sending
        .catch(() => (this.refused += 1))
        .finally(() => this.underWay.delete(settled));
      this.underWay.add(settled);
      // Ended early when the load stops.
      await delay(this.everyMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
