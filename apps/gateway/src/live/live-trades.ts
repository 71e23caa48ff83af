import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { CHAMBERS, isInstant } from '#rotunda/contracts';
import { DisclosureStream, type StoredMessage } from '#rotunda/messaging';
import { isTradeEvent, type LiveTrade } from './live-views.js';

const RETRY_MS = 5_000;

/** Follows the announced trades, from now on. */
@Injectable()
export class LiveTrades {
  private readonly logger = new Logger('Live');
  private readonly over = new AbortController();
  private reading = new AbortController();
  private told = 0;

  constructor(private readonly stream: DisclosureStream) {}

  async begin(onTrade: (trade: LiveTrade) => void): Promise<void> {
    this.told = await this.stream.lastSequence();
    void this.run(onTrade);
  }

  stop(): void {
    this.over.abort();
    this.reading.abort();
  }

  /** After an outage: a server that lost its data counts from 1 again, and the reader would wait for ever. */
  async recover(): Promise<void> {
    if ((await this.stream.lastSequence()) >= this.told) return;
    this.told = 0;
    this.reading.abort();
  }

  private async run(onTrade: (trade: LiveTrade) => void): Promise<void> {
    while (!this.over.signal.aborted) {
      this.reading = new AbortController();
      try {
        for await (const message of await this.stream.followTrades(this.told, this.reading.signal)) {
          this.told = message.sequence;
          const trade = readTrade(message);
          if (trade) onTrade(trade);
        }
      } catch (error) {
        this.logger.warn(`the announced trades can't be followed now: ${String(error)}`);
        await delay(RETRY_MS, undefined, { signal: this.over.signal }).catch(() => undefined);
      }
    }
  }
}

/** Null for a message that is not ours: anybody can publish there with the NATS CLI. */
export function readTrade({ subject, data: body }: Pick<StoredMessage, 'subject' | 'data'>): LiveTrade | null {
  const chamber = CHAMBERS.find((one) => one === subject.split('.')[2]);
  try {
    const { id, type, time, backfill, data } = JSON.parse(Buffer.from(body).toString()) as Record<string, unknown>;
    if (!chamber || typeof id !== 'string' || !isTradeEvent(type) || !isInstant(time)) return null;
    if (typeof data !== 'object' || data === null || !('trade_id' in data)) return null;
    return { id, type, time, chamber, backfill: backfill === true, data: data as LiveTrade['data'] };
  } catch {
    return null;
  }
}
