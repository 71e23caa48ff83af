import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { CHAMBERS } from '#rotunda/contracts';
import { type WorkerSample, WorkerSamples } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { InstantFilter, refuseReversedRange, TextFilter, toNumber } from '../http/list-params.js';

const DAY_MS = 24 * 60 * 60_000;
const MAX_STEP_MINUTES = 60;
const STEP_RULE = `step_minutes must be a whole number from 1 to ${MAX_STEP_MINUTES}`;

class WorkerSampleParams {
  @TextFilter('Only this worker, by its name')
  worker?: string;

  @InstantFilter('From this time on; by default a day ago')
  from?: string;

  @InstantFilter('Before this time; by default now')
  to?: string;

  @ApiPropertyOptional({
    ...{ type: 'integer', default: 1, minimum: 1, maximum: MAX_STEP_MINUTES },
    description: 'A sample for so many minutes, with the highest value of each figure',
  })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: STEP_RULE })
  @Min(1, { message: STEP_RULE })
  @Max(MAX_STEP_MINUTES, { message: STEP_RULE })
  step_minutes = 1;
}

class WorkerSampleView {
  @ApiProperty({ format: 'date-time', description: 'The full minute; the first one, where a sample is for several' })
  at!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Resident memory in MiB; null where it is unknown' })
  memory_mb!: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'CPU time, without its browser, as a percentage of one core; null where it is unknown',
  })
  cpu_percent!: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The longest delay of its event loop, in ms' })
  loop_lag_ms!: number | null;
  @ApiProperty({ type: 'integer', description: 'How many tasks it was doing' })
  active_tasks!: number;
}

class SampledWorker {
  @ApiProperty({ example: 'house-scraper@host' })
  name!: string;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ type: [WorkerSampleView], description: 'The oldest first; minutes without the worker are left out' })
  samples!: WorkerSampleView[];
}

class WorkerSampleList {
  @ApiProperty({ type: [SampledWorker] })
  workers!: SampledWorker[];
}

@ApiTags('workers')
@Controller('workers/samples')
export class WorkerSamplesController {
  constructor(
    private readonly samples: WorkerSamples,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Shows what each worker used in the last day, minute by minute, present workers or not' })
  @ApiOkResponse({ type: WorkerSampleList })
  @ApiProblems(400, 503)
  async list(@Query() { worker, from, to, step_minutes }: WorkerSampleParams): Promise<WorkerSampleList> {
    const until = to ? new Date(to) : this.now();
    const since = from ? new Date(from) : new Date(until.getTime() - DAY_MS);
    refuseReversedRange('', since.toISOString(), until.toISOString());
    return { workers: byWorker(await this.samples.between(since, until, worker, step_minutes)) };
  }
}

function byWorker(samples: WorkerSample[]): SampledWorker[] {
  const workers = new Map<string, SampledWorker>();
  for (const sample of samples) {
    const { worker: name, chamber } = sample;
    const known = workers.get(name) ?? { name, chamber, samples: [] };
    workers.set(name, known);
    known.samples.push(present(sample));
  }
  return [...workers.values()];
}

const present = ({ at, memoryMb, cpuPercent, loopLagMs, activeTasks }: WorkerSample): WorkerSampleView => ({
  at: at.toISOString(),
  memory_mb: memoryMb,
  cpu_percent: cpuPercent,
  loop_lag_ms: loopLagMs,
  active_tasks: activeTasks,
});
