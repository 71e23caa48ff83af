import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { type TasksBucket, TASKS_BUCKET } from '#rotunda/messaging';
import { AuditLog, RawDocuments, TaskRuns } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { OneAtATime } from './one-at-a-time.js';

const EVERY_MS = 60_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** `GET throughput` shows 90. */
const FIGURES_KEPT_DAYS = 100;

export interface RetentionSettings {
  RESULT_RETENTION_MS: number;
  TASK_RUN_RETENTION_DAYS: number;
  AUDIT_RETENTION_DAYS: number;
}

export const RETENTION_SETTINGS = Symbol('retention settings');

/**
 * Keeps the live state small: old tasks are only in the history, and very old ones are deleted there too. So are very old
 * entries of the audit trail.
 */
@Injectable()
export class ResultRetention {
  private readonly turn = new OneAtATime('retention');

  constructor(
    private readonly live: LiveState,
    private readonly runs: TaskRuns,
    private readonly documents: RawDocuments,
    private readonly audit: AuditLog,
    @Inject(TASKS_BUCKET) private readonly tasks: TasksBucket,
    @Inject(RETENTION_SETTINGS) private readonly settings: RetentionSettings,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Interval(EVERY_MS)
  removeOld(): Promise<void> {
    return this.turn.run(async () => {
      const now = this.now().getTime();
      await this.forgetResults(new Date(now - this.settings.RESULT_RETENTION_MS));
      const forgottenBefore = new Date(now - this.settings.TASK_RUN_RETENTION_DAYS * DAY_MS);
      await this.runs.deleteOlderThan(forgottenBefore);
      await this.runs.deleteFiguresOlderThan(new Date(now - FIGURES_KEPT_DAYS * DAY_MS));
      // The evidence of failed attempts is kept as long as the tasks that point to it.
      await this.documents.deleteEvidenceBefore(forgottenBefore);
      await this.audit.deleteOlderThan(new Date(now - this.settings.AUDIT_RETENTION_DAYS * DAY_MS));
    });
  }

  private async forgetResults(before: Date): Promise<void> {
    for (const { id, revision } of this.live.endedBefore(before)) {
      // The final state itself must be in the history: an earlier one of the task is not enough.
      const recorded = await this.runs.find(id);
      if (!recorded || recorded.revision < revision) continue;
      await this.tasks.forget(id, revision);
      this.live.forget(id, revision);
    }
  }
}
