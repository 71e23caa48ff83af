import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Chamber } from '#rotunda/domain';

/** What a worker used in a minute, kept for a day. */
@Entity('worker_samples')
@Index('worker_samples_at_idx', ['at'])
export class WorkerSample {
  /** Its name for people, which the process after it on the same host takes over. */
  @PrimaryColumn('text')
  worker!: string;

  /** The full minute. */
  @PrimaryColumn('timestamptz')
  at!: Date;

  @Column('text')
  chamber!: Chamber;

  /** Null for a worker that does not tell. */
  @Column('integer', { nullable: true })
  memoryMb!: number | null;

  @Column('real', { nullable: true })
  cpuPercent!: number | null;

  @Column('real', { nullable: true })
  loopLagMs!: number | null;

  @Column('integer')
  activeTasks!: number;
}
