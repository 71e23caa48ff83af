import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Chamber, TaskName, TaskState, TaskStateName } from '#rotunda/contracts';

/** The highest attempt of a task that has written. Writes of a lower one, frozen and awake again, are refused. */
@Entity('task_fences')
export class TaskFence {
  @PrimaryColumn('text')
  taskId!: string;

  @Column('integer')
  attempt!: number;
}

/** The history of tasks: the last state of each, kept after its live entry is deleted. */
@Entity('task_runs')
@Index('task_runs_page_idx', ['queuedAt', 'id'])
@Index('task_runs_finished_at_idx', ['finishedAt'])
@Index('task_runs_last_scrape_idx', ['chamber', 'queuedAt'], { where: `name = 'scrape'` })
@Index('task_runs_last_success_idx', ['chamber', 'finishedAt'], { where: `name = 'scrape' AND state = 'SUCCESS'` })
export class TaskRun {
  @PrimaryColumn('text')
  id!: string;

  /** Revision of the KV entry: a state that arrives late never overwrites a newer one. */
  @Column('bigint')
  revision!: number;

  @Column('text')
  chamber!: Chamber;

  @Column('text')
  name!: TaskName;

  @Column('text')
  state!: TaskStateName;

  @Column('text', { nullable: true })
  worker!: string | null;

  @Column('integer')
  attempts!: number;

  @Column('jsonb')
  args!: TaskState['args'];

  @Column('jsonb', { nullable: true })
  result!: TaskState['result'] | null;

  @Column('jsonb', { nullable: true })
  error!: TaskState['error'] | null;

  @Column('timestamptz')
  queuedAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  /** The whole KV value, as it was written. */
  @Column('jsonb')
  stateJson!: TaskState;
}

/** A figure of the runs of a kind that ended on a day (UTC), counted by triggers of `task_runs`. */
@Entity('task_run_days')
export class TaskRunDay {
  @PrimaryColumn('date')
  day!: string;

  @PrimaryColumn('text')
  chamber!: Chamber;

  @PrimaryColumn('text')
  name!: TaskName;

  /** `success`, `failure`, `revoked`, `retries`, or the spread of `wait` or `duration`. */
  @PrimaryColumn('text')
  figure!: string;

  /** Of a spread: n stands for 1.1^n ms and more. Otherwise 0. */
  @PrimaryColumn('smallint')
  bucket!: number;

  @Column('bigint')
  count!: number;
}
