import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { TaskState, TaskStateName } from '#rotunda/contracts';
import { toPage, type Page } from '../database/cursor.js';
import { TaskRun } from '../entities/task.entities.js';
import { selectList } from '../database/select-list.js';
import { toRow } from '../database/snake-names.js';
import { countByState, newestIds, type PageOf, type TaskFilters } from './task-search.js';

/** One change of a task, as received from the KV watch. */
export interface TaskRevision {
  id: string;
  /** Revision of the KV entry. */
  revision: number;
  state: TaskState;
}

/** These columns are set from the task's state and follow it. */
const FOLLOWING = `revision, chamber, name, state, worker, attempts, args, result, error, queued_at, started_at,
  finished_at, state_json`;

/** With microseconds: a Date would round them, and rows of the same millisecond would come twice. */
const QUEUED_KEY = `to_char(r.queued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** The history of tasks: the last state of each. */
@Injectable()
export class TaskRuns {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Writes a batch in one statement. Of several revisions of a task, in the batch or stored, the highest wins. */
  async record(batch: TaskRevision[]): Promise<void> {
    if (batch.length === 0) return;
    await this.dataSource.query(
      `INSERT INTO task_runs AS known (id, ${FOLLOWING})
       SELECT DISTINCT ON (id) id, ${FOLLOWING} FROM jsonb_populate_recordset(NULL::task_runs, $1::jsonb)
       ORDER BY id, revision DESC
       ON CONFLICT (id) DO UPDATE SET (${FOLLOWING}) = ROW (${FOLLOWING.replaceAll(/\w+/g, 'EXCLUDED.$&')})
       WHERE known.revision < EXCLUDED.revision`,
      [JSON.stringify(batch.map(toRun))],
    );
  }

  /**
   * The last queued first.
   * @throws InvalidCursorError for a cursor that is not from this list
   */
  async page(filters: TaskFilters & PageOf): Promise<Page<TaskRun>> {
    const ids = await newestIds(this.dataSource, filters, { ...filters, limit: filters.limit + 1 });
    const rows = await this.dataSource.query<(TaskRun & { queuedKey: string })[]>(
      `SELECT ${selectList(this.dataSource, TaskRun, 'r')}, ${QUEUED_KEY} AS "queuedKey"
       FROM task_runs r WHERE id = ANY($1) ORDER BY r.queued_at DESC, r.id DESC`,
      [ids],
    );
    const page = toPage(rows, filters.limit, ({ queuedKey, id }) => [queuedKey, id]);
    return { ...page, items: page.items.map(({ queuedKey: _, ...run }) => run) };
  }

  /**
   * How many match, by state.
   * @param except of these the caller knows better
   * @param atMost stops counting there
   */
  count(filters: TaskFilters, except: string[], atMost?: number): Promise<Partial<Record<TaskStateName, number>>> {
    return countByState(this.dataSource, filters, except, atMost);
  }

  async find(id: string): Promise<TaskRun | null> {
    return (await this.findAll([id]))[0] ?? null;
  }

  /** Those of the tasks that are recorded, in no particular order. */
  async findAll(ids: string[]): Promise<TaskRun[]> {
    return this.dataSource.query<TaskRun[]>(
      `SELECT ${selectList(this.dataSource, TaskRun, 'r')} FROM task_runs r WHERE id = ANY($1)`,
      [ids],
    );
  }

  /**
   * Deletes tasks that ended before `instant`; those that wait or run are never deleted.
   * @returns the number of deleted tasks
   */
  async deleteOlderThan(instant: Date): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(`DELETE FROM task_runs WHERE finished_at < $1`, [
      instant,
    ]);
    return count;
  }

  /** Deletes the figures of runs that ended on days before `instant`. */
  async deleteFiguresOlderThan(instant: Date): Promise<void> {
    await this.dataSource.query(`DELETE FROM task_run_days WHERE day < ($1::timestamptz AT TIME ZONE 'UTC')::date`, [
      instant,
    ]);
  }
}

function toRun({ id, revision, state }: TaskRevision): object {
  return toRow({
    id,
    revision,
    chamber: state.chamber,
    name: state.name,
    state: state.state,
    worker: state.worker,
    attempts: state.attempts.at(-1)?.n ?? 0,
    args: state.args,
    result: state.result ?? null,
    error: state.error ?? null,
    queuedAt: state.times.queued,
    startedAt: state.times.started,
    finishedAt: state.times.finished,
    stateJson: state,
  });
}
