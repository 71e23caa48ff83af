import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { TaskState } from '#rotunda/contracts';
import { type HistoryEntry, NatsClient, readHistory } from '#rotunda/messaging';
import { TaskRuns } from '#rotunda/persistence';
import { storableState } from './storable-state.js';

/** Writes every change of a task to `task_runs`. Copies of the gateway share one consumer: each change is written once. */
@Injectable()
export class HistoryWriter implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('history');
  private readonly stopping = new AbortController();
  private reading: Promise<void> = Promise.resolve();
  private complaint = '';

  constructor(
    private readonly client: NatsClient,
    private readonly runs: TaskRuns,
  ) {}

  onApplicationBootstrap(): void {
    this.reading = readHistory<TaskState>(
      this.client,
      (batch) => this.write(batch),
      (error) => this.complain(error),
      this.stopping.signal,
    );
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.reading;
  }

  private async write(batch: HistoryEntry<TaskState>[]): Promise<void> {
    await this.runs.record(
      batch.map(({ key, revision, value }) => ({ id: key, revision, state: storableState(value) })),
    );
    if (this.complaint) this.logger.log('written again');
    this.complaint = '';
  }

  /** The reader tries again until it succeeds: saying it once is enough. */
  private complain(error: unknown): void {
    const complaint = error instanceof Error ? error.message : String(error);
    if (complaint !== this.complaint) this.logger.error(`not written, trying again: ${complaint}`);
    this.complaint = complaint;
  }
}
