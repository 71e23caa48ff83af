import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Chamber, IsoDate } from '#rotunda/domain';
import { WrittenAt } from './columns.js';

/** Days whose listing a scrape has read to its end. Kept for ever, while the history of tasks is not. */
@Entity('scraped_windows')
@Check('scraped_windows_chamber_check', `chamber IN ('senate', 'house')`)
@Check('scraped_windows_dates_check', `start_date <= end_date`)
@Index('scraped_windows_chamber_idx', ['chamber', 'finishedAt'])
export class ScrapedWindow {
  @PrimaryColumn('text')
  taskId!: string;

  @Column('text')
  chamber!: Chamber;

  @Column('date')
  startDate!: IsoDate;

  @Column('date')
  endDate!: IsoDate;

  /** When the site was asked: what it lists later that day is not in it. */
  @Column('timestamptz')
  listedAt!: Date;

  @WrittenAt()
  finishedAt!: Date;

  /** Whether it reached back to the regular scrape before it, so that no day between them was left out. */
  @Column('boolean', { default: false })
  regular!: boolean;
}
