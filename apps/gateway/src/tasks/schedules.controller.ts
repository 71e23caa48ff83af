import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import type { ScheduleState } from '#rotunda/contracts';
import { type Clock, CLOCK } from '../clock.js';
import { nextFire } from '#rotunda/tasks';
import { ScheduleView } from './schedule-view.js';

class ScheduleEntry {
  @ApiProperty({ example: 'daily' })
  name!: string;
  @ApiProperty({ description: 'Minute, hour, day, month, weekday', example: '0 2 * * *' })
  cron!: string;
  @ApiProperty({ example: 'UTC' })
  timezone!: string;
  @ApiProperty({ example: 'scrape' })
  task!: string;
  @ApiProperty({ type: Object, description: 'The command that a tick publishes' })
  args!: Record<string, unknown>;
  @ApiProperty({ enum: ['skip', 'allow'], description: 'What becomes of a tick while the one before is unfinished' })
  overlap!: string;
  @ApiProperty({ enum: ['latest', 'none'], description: 'Which missed tick is made up for after an outage' })
  catch_up!: string;
  @ApiProperty({ description: 'Whether a command expires with the next tick' })
  expires!: boolean;
  @ApiProperty({ format: 'date-time' })
  last_fire!: string;
  @ApiProperty({ type: Object, description: 'Chamber → the task of its last tick' })
  last_tasks!: object;
  @ApiProperty({ format: 'date-time' })
  next_fire!: string;
}

class ScheduleList {
  @ApiProperty({ type: [ScheduleEntry] })
  schedules!: ScheduleEntry[];
}

@ApiTags('schedules')
@Controller('schedules')
export class SchedulesController {
  constructor(
    private readonly view: ScheduleView,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The schedules, and when each fires next' })
  @ApiOkResponse({ type: ScheduleList })
  list(): ScheduleList {
    const now = this.now();
    return { schedules: this.view.schedules().map((schedule) => presentSchedule(schedule, now)) };
  }
}

function presentSchedule(schedule: ScheduleState, now: Date): ScheduleEntry {
  const { v: _version, ...shown } = schedule;
  return { ...shown, next_fire: nextFire(schedule, now).toISOString() };
}
