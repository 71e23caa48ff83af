import type { TaskState } from '#rotunda/contracts';
import { isDatabaseUnavailable, type TaskRuns } from '#rotunda/persistence';

/**
 * The history, for one request to the API. After an outage of Postgres it is not asked again: a Postgres that does not
 * answer costs seconds each time.
 */
export class RecordedTasks {
  private outage: unknown = null;

  private constructor(
    private readonly runs: TaskRuns,
    private readonly isOptional: boolean,
  ) {}

  /** Throws while Postgres is unavailable. */
  static needed(runs: TaskRuns): RecordedTasks {
    return new RecordedTasks(runs, false);
  }

  /** Finds nothing while Postgres is unavailable; `isAway` says so. */
  static ifThere(runs: TaskRuns): RecordedTasks {
    return new RecordedTasks(runs, true);
  }

  get isAway(): boolean {
    return this.outage !== null;
  }

  /** @throws the outage that was met before, if there was one */
  require(): void {
    if (this.isAway) throw this.outage;
  }

  async of(ids: string[]): Promise<Map<string, TaskState>> {
    if (ids.length === 0 || this.isAway) return new Map();
    try {
      const runs = await this.runs.findAll(ids);
      return new Map(runs.map(({ id, stateJson }) => [id, stateJson]));
    } catch (error) {
      if (!this.isOptional || !isDatabaseUnavailable(error)) throw error;
      this.outage = error;
      return new Map();
    }
  }
}
