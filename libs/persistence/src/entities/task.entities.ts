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
