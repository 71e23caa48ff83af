import { ApiProperty } from '@nestjs/swagger';
import { type Chamber, CHAMBERS, type TaskState } from '#rotunda/contracts';
import { ANY_RESULT } from '../tasks/views/result-views.js';
import { TaskView } from '../tasks/views/task-views.js';
import { type Staleness, STALENESS_CODES } from './staleness.js';

class LastSuccessView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ format: 'date-time' })
  finished_at!: string;
  @ApiProperty({ ...ANY_RESULT, description: 'That of a scrape' })
  result!: TaskView['result'];
}

class StalenessView implements Staleness {
  @ApiProperty({
    enum: STALENESS_CODES,
    description:
      '`no_recent_success`: two ticks of a schedule and two hours have passed since the last success; the others: why ' +
      'there is or will be none',
  })
  code!: Staleness['code'];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  params!: Record<string, string>;
  @ApiProperty()
  message!: string;
}

class NextRunView {
  @ApiProperty({ example: 'daily' })
  schedule!: string;
  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export class ChamberOverview {
  @ApiProperty({ enum: CHAMBERS })
  chamber!: Chamber;
  @ApiProperty({ type: LastSuccessView, nullable: true, description: 'The scrape that succeeded last, even in part' })
  last_success!: LastSuccessView | null;
  @ApiProperty({ type: TaskView, nullable: true, description: 'The scrape that was queued last, whatever its state' })
  last_run!: TaskView | null;
  @ApiProperty({ type: StalenessView, nullable: true, description: 'Null: the data are as recent as scheduled' })
  stale!: StalenessView | null;
  @ApiProperty({ type: NextRunView, nullable: true, description: 'The next scrape; null: none is scheduled' })
  next_run!: NextRunView | null;
  @ApiProperty({ type: [String], description: 'Ids of the tasks that run now, of any kind, the last queued first' })
  running!: string[];
}

export class OverviewView {
  @ApiProperty({ type: [ChamberOverview] })
  chambers!: ChamberOverview[];
  @ApiProperty({ format: 'date-time' })
  at!: string;
}

export const presentSuccess = ({ id, times, result }: TaskState): LastSuccessView => ({
  task_id: id,
  finished_at: times.finished ?? times.queued,
  result,
});
