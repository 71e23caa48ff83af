import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { AuditEntry } from '#rotunda/contracts';
import { AuditStream, MessagingUnavailableError, QueueFullError } from '#rotunda/messaging';
import { AuditLog, isDatabaseUnavailable } from '#rotunda/persistence';
import { type Clock, CLOCK, orLate } from '#rotunda/runtime';
import { readAuditEntry } from './read-audit-entry.js';
import { RepeatedRefusals } from './repeated-refusals.js';

/** An answer waits this long for Postgres to store its entry; then NATS keeps it. */
const STORED_WITHIN_MS = 1_000;
const AGAIN_AFTER_MS = 2_000;
const COUNTED_EVERY_MS = 60_000;
/** Entries in memory while neither Postgres nor NATS takes them. Then no action succeeds: these are refusals and failures. */
const MOST_KEPT = 1_000;
const BATCH = 200;

/**
 * Writes the audit trail. `record` resolves once Postgres has the entry, or, while Postgres is away, the stream AUDIT;
 * what waits there is written as soon as Postgres is back, by any gateway. An entry has an id: of what both have, the
 * table keeps one.
 */
@Injectable()
export class AuditTrail implements OnModuleDestroy {
  private readonly logger = new Logger('audit');
  private readonly repeated = new RepeatedRefusals();
  private readonly kept = new Set<AuditEntry>();
  private postgresIsAway = false;
  private writing = false;
  private lost = 0;

  constructor(
    private readonly log: AuditLog,
    private readonly stream: AuditStream,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** Never throws: what was done is done, and must not look failed because it could not be written down. */
  async record(entry: AuditEntry): Promise<void> {
    if (this.repeated.admits(entry)) await this.write(entry);
  }

  /** Writes to Postgres what waits for it. */
  @Interval(AGAIN_AFTER_MS)
  async writeWaiting(): Promise<void> {
    if (this.writing) return;
    this.writing = true;
    try {
      await this.writeKept();
      await this.writeHandedOver();
      if (this.postgresIsAway) this.logger.log('Postgres takes entries again');
      this.postgresIsAway = false;
    } catch (error) {
      if (!isOutage(error)) this.logger.error(`entries wait: ${String(error)}`);
    } finally {
      this.writing = false;
    }
  }

  @Interval(COUNTED_EVERY_MS)
  async writeCounted(): Promise<void> {
    for (const entry of this.repeated.takeCounted(this.now())) await this.write(entry);
  }

  async onModuleDestroy(): Promise<void> {
    await this.writeCounted();
    await this.writeWaiting();
    for (const entry of this.kept) this.logger.error(`not written: ${JSON.stringify(entry)}`);
  }

  private async write(entry: AuditEntry): Promise<void> {
    if (!(await this.isStored(entry)) && !(await this.isHandedOver(entry))) this.keep(entry);
  }

  private async isStored(entry: AuditEntry): Promise<boolean> {
    if (this.postgresIsAway) return false;
    try {
      const stored = this.log.record([entry]).then(() => true);
      if (await orLate(stored, STORED_WITHIN_MS, () => false)) return true;
      this.missPostgres('Postgres does not answer');
    } catch (error) {
      this.missPostgres(String(error));
    }
    return false;
  }

  private missPostgres(why: string): void {
    if (!this.postgresIsAway) this.logger.warn(`entries wait in NATS: ${why}`);
    this.postgresIsAway = true;
  }

  private async isHandedOver(entry: AuditEntry): Promise<boolean> {
    try {
      await this.stream.handOver(entry);
      return true;
    } catch (error) {
      if (!isOutage(error)) this.logger.error(`not handed over: ${String(error)}`);
      return false;
    }
  }

  private keep(entry: AuditEntry): void {
    const [oldest] = this.kept.add(entry);
    if (this.kept.size <= MOST_KEPT || !oldest) return;
    this.kept.delete(oldest);
    this.lost += 1;
    // At 1, 10, 100 …: a flood must not fill the log either.
    if (/^10*$/.test(String(this.lost))) {
      this.logger.error(`${this.lost} entries are lost: neither Postgres nor NATS takes them`);
    }
  }

  private async writeKept(): Promise<void> {
    const batch = [...this.kept];
    if (batch.length === 0) return;
    await this.log.record(batch);
    for (const entry of batch) this.kept.delete(entry);
    this.postgresIsAway = false;
  }

  private async writeHandedOver(): Promise<void> {
    for (;;) {
      const batch = await this.stream.oldest(BATCH);
      const entries = batch.map(({ text }) => readAuditEntry(text)).filter((entry) => entry !== null);
      if (entries.length < batch.length) {
        this.logger.warn(`${batch.length - entries.length} messages of the stream AUDIT are no entries: deleted`);
      }
      await this.log.record(entries);
      for (const { sequence } of batch) await this.stream.remove(sequence);
      if (batch.length < BATCH) return;
    }
  }
}

const isOutage = (error: unknown): boolean =>
  error instanceof MessagingUnavailableError || error instanceof QueueFullError || isDatabaseUnavailable(error);
