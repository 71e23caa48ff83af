import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type Chamber, CHAMBERS, TASK_NAMES, type TaskName } from '#rotunda/contracts';
import { ThroughputQuery } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { OneOf } from '../http/list-params.js';
import { type PeriodName, PERIODS, periodUntil } from './periods.js';
import { presentThroughput, ThroughputView } from './throughput.view.js';

class ThroughputParams {
  @ApiProperty({
    enum: PERIODS,
    description:
      'The last hour by minute, day by quarter of an hour, or 90 days by day (UTC). Percentiles of 90 days are right ' +
      'within 5 %, those of the others exact',
  })
  @IsIn(PERIODS, { message: `period must be one of ${PERIODS.join(', ')}` })
  period!: PeriodName;

  @OneOf(CHAMBERS)
  chamber?: Chamber;

  @OneOf(TASK_NAMES)
  name?: TaskName;
}

@ApiTags('tasks')
@Controller('throughput')
export class ThroughputController {
  constructor(
    private readonly throughput: ThroughputQuery,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Shows how many runs ended, how long they waited and took, by kind' })
  @ApiOkResponse({ type: ThroughputView })
  @ApiProblems(400, 503)
  async show(@Query() { period: name, ...filters }: ThroughputParams): Promise<ThroughputView> {
    const period = periodUntil(this.now(), name);
    const { from, to, bucketSeconds } = period;
    const range = { from, to, ...filters };
    // The history may keep runs for less than 90 days.
    const rows = await (name === 'quarter'
      ? this.throughput.byDay(range)
      : this.throughput.byInterval(range, bucketSeconds));
    return presentThroughput(period, rows);
  }
}
