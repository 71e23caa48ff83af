import { ApiProperty } from '@nestjs/swagger';
import { type Chamber, CHAMBERS, type DisclosureEventType } from '#rotunda/contracts';
import { OWNERS, ROW_STATUSES, TRANSACTION_TYPES } from '#rotunda/domain';
import { ScheduleEntry } from '../schedules/schedule-entry.js';
import { SiteStatusView } from '../sites/site-entry.js';
import { TaskView } from '../tasks/views/task-views.js';
import { WorkerView } from '../workers/worker.view.js';

const TEXT_OR_NULL = { type: String, nullable: true } as const;
const DATE_OR_NULL = { type: String, format: 'date', nullable: true } as const;
const DOLLARS_OR_NULL = { type: 'integer', nullable: true, description: 'US dollars' } as const;

class LiveNats {
  @ApiProperty({ description: 'False while NATS is away: nothing changes here then, whatever the workers do' })
  connected!: boolean;
}

class LiveReady extends LiveNats {
  @ApiProperty({ type: 'integer', nullable: true, description: 'How many there are; null if NATS did not say yet' })
  dead_letters!: number | null;
  @ApiProperty({ description: 'What the law says about the use of disclosures' })
  notice!: string;
}

const RESET_REASONS = ['other_gateway', 'too_old', 'tasks_removed'] as const;
export type ResetReason = (typeof RESET_REASONS)[number];

class LiveReset {
  @ApiProperty({
    enum: RESET_REASONS,
    description:
      '`other_gateway`: the place is from another gateway, or from before its restart; `too_old`: more has happened since ' +
      'than is kept, or the client reads too slowly; `tasks_removed`: KV lost tasks',
  })
  reason!: ResetReason;
}

class LiveGoneWorker {
  @ApiProperty()
  id!: string;
}

class LiveGoneSchedule {
  @ApiProperty()
  name!: string;
}

class LiveDamagedSchedule extends LiveGoneSchedule {
  @ApiProperty()
  reason!: string;
}

class LiveDeadLetters {
  @ApiProperty({ type: 'integer' })
  count!: number;
}

const TRADE_EVENTS = [
  'rotunda.trade.new',
  'rotunda.trade.amended',
  'rotunda.trade.withdrawn',
] as const satisfies DisclosureEventType[];

class AnnouncedTrade {
  @ApiProperty({ format: 'uuid' })
  trade_id!: string;
  @ApiProperty({ type: 'integer' })
  revision!: number;
  @ApiProperty()
  is_current!: boolean;
  @ApiProperty({ format: 'uuid' })
  filing_id!: string;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: Chamber;
  @ApiProperty()
  external_id!: string;
  @ApiProperty({ type: 'integer' })
  ordinal!: number;
  @ApiProperty(TEXT_OR_NULL)
  filer_name!: string | null;
  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null where the member was not known for sure' })
  bioguide!: string | null;
  @ApiProperty(DATE_OR_NULL)
  filed_on!: string | null;
  @ApiProperty({ enum: OWNERS, nullable: true })
  owner!: string | null;
  @ApiProperty()
  asset_name!: string;
  @ApiProperty(TEXT_OR_NULL)
  asset_type!: string | null;
  @ApiProperty(TEXT_OR_NULL)
  ticker!: string | null;
  @ApiProperty({ enum: TRANSACTION_TYPES, nullable: true })
  type!: string | null;
  @ApiProperty(DATE_OR_NULL)
  traded_on!: string | null;
  @ApiProperty(DOLLARS_OR_NULL)
  amount_min!: number | null;
  @ApiProperty(DOLLARS_OR_NULL)
  amount_max!: number | null;
  @ApiProperty()
  amount_over!: boolean;
  @ApiProperty({ enum: ROW_STATUSES, nullable: true })
  row_status!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  successor_trade_id!: string | null;
}

export class LiveTrade {
  @ApiProperty({ description: 'Of the announcement: the id and revision of the trade' })
  id!: string;
  @ApiProperty({ enum: TRADE_EVENTS })
  type!: (typeof TRADE_EVENTS)[number];
  @ApiProperty({ format: 'date-time' })
  time!: string;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: Chamber;
  @ApiProperty({ description: 'True if the filing is older than a week' })
  backfill!: boolean;
  @ApiProperty({ type: AnnouncedTrade, description: 'As it was announced on `disclosures.>`' })
  data!: AnnouncedTrade;
}

export const isTradeEvent = (type: unknown): type is LiveTrade['type'] =>
  (TRADE_EVENTS as readonly unknown[]).includes(type);

/** The events by name, each with its data. */
export class LiveEvents {
  @ApiProperty({ description: 'The first event of each stream' })
  ready!: LiveReady;
  @ApiProperty({ description: 'What was read so far may be out of date: read everything again' })
  reset!: LiveReset;
  @ApiProperty({ description: 'NATS is away, or there again' })
  nats!: LiveNats;
  @ApiProperty({ description: 'As `tasks/{id}` shows it; of a group, its children' })
  task!: TaskView;
  @ApiProperty({
    description: 'As `workers/{worker}` shows it; at each heartbeat, every ten seconds, and at each change',
  })
  worker!: WorkerView;
  @ApiProperty({ description: 'It stopped, or has been silent for 30 s' })
  'worker-gone'!: LiveGoneWorker;
  @ApiProperty({ description: 'As `schedules/{name}` shows it, without `last_runs`: these are tasks' })
  schedule!: ScheduleEntry;
  @ApiProperty({ description: 'Its entry in KV is invalid, and never fires' })
  'schedule-damaged'!: LiveDamagedSchedule;
  @ApiProperty({ description: 'It was deleted' })
  'schedule-gone'!: LiveGoneSchedule;
  @ApiProperty({ description: 'As `sites` shows it' })
  site!: SiteStatusView;
  @ApiProperty({ description: 'How many there are now' })
  'dead-letters'!: LiveDeadLetters;
  @ApiProperty({ description: 'A trade was announced' })
  trade!: LiveTrade;
}
