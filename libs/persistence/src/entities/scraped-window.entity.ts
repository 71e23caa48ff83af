import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Chamber, IsoDate } from '#rotunda/domain';
import { WrittenAt } from './columns.js';

/** Days whose listing a scrape has read completely. Never deleted, unlike the history of tasks. */
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

  /** When the listing was requested. Filings listed later that day are not in it. */
  @Column('timestamptz')
  listedAt!: Date;

  @WrittenAt()
  finishedAt!: Date;

  /** Whether it continues from the regular scrape before it, so that no day between them was missed. */
  @Column('boolean', { default: false })
  regular!: boolean;
}
