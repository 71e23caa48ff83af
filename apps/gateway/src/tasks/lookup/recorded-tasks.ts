import type { TaskState } from '#rotunda/contracts';
import { isDatabaseUnavailable, type TaskRuns } from '#rotunda/persistence';

/**
 * The history, for one question to the API. To whoever is content with less it says that it can't be asked; it is then
 * not asked again: a Postgres that says nothing costs seconds each time.
 */
export class RecordedTasks {
  private outage: unknown = null;

  private constructor(
    private readonly runs: TaskRuns,
    private readonly isOptional: boolean,
  ) {}

  /** Throws where Postgres is away. */
  static needed(runs: TaskRuns): RecordedTasks {
    return new RecordedTasks(runs, false);
  }

  /** Goes without what it has where Postgres is away. */
  static ifThere(runs: TaskRuns): RecordedTasks {
    return new RecordedTasks(runs, true);
  }

  get isAway(): boolean {
    return this.outage !== null;
  }

  /** @throws the error of an outage that was met before: nothing was found without the history */
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
