import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type HistoryEntry, HistoryReader } from '#rotunda/messaging';
import { storable } from '#rotunda/domain';
import { AuditLog, type TaskRevision, TaskRuns } from '#rotunda/persistence';
import { busEntries } from '../audit/bus-entries.js';
import { damagedTask, readTaskState } from '#rotunda/tasks';

/** Writes every change of a task to `task_runs`, and commands from the bus to the audit trail. Copies of the gateway share one consumer: each change is written once. */
@Injectable()
export class HistoryWriter implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('history');
  private readonly stopping = new AbortController();
  private reading: Promise<void> = Promise.resolve();
  private complaint = '';

  constructor(
    private readonly history: HistoryReader,
    private readonly runs: TaskRuns,
    private readonly audit: AuditLog,
  ) {}

  onApplicationBootstrap(): void {
    this.reading = this.history.read(
      (batch) => this.write(batch),
      (error) => this.complain(error),
      this.stopping.signal,
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.reading;
  }

  private async write(batch: HistoryEntry[]): Promise<void> {
    const revisions = batch.flatMap((entry) => this.read(entry) ?? []);
    await this.audit.record(busEntries(revisions.map(({ state }) => state)));
    await this.runs.record(revisions);
    if (this.complaint) this.logger.log('writing again');
    this.complaint = '';
  }

  /**
   * Null for a damaged entry: it is skipped, so that it does not block the rest. Text that Postgres can't store is
   * replaced: a command from the bus may contain anything, and one that fails would block the history of all tasks.
   */
  private read({ key, revision, text }: HistoryEntry): TaskRevision | null {
    const state = readTaskState(key, text);
    if (state) return { id: key, revision, state: storable(state) };
    this.logger.warn(`not written: ${damagedTask(key)}`);
    return null;
  }

  /** The reader retries until it succeeds, so each error is logged only once. */
  private complain(error: unknown): void {
    const complaint = error instanceof Error ? error.message : String(error);
    if (complaint !== this.complaint) this.logger.error(`not written, trying again: ${complaint}`);
    this.complaint = complaint;
  }
}
