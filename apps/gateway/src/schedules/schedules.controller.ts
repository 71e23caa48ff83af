import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  HttpStatus,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { CHAMBERS, kindOf, ScheduleDefinition, type ScheduleState, type ScrapeCommand } from '#rotunda/contracts';
import { easternDate, resolveWindow } from '#rotunda/domain';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { DEFAULT_SCHEDULES, parseCommand } from '#rotunda/tasks';
import type { FastifyReply } from 'fastify';
import { Needs } from '../access/needs.js';
import { Audited } from '../http/audited.js';
import { ApiProblems } from '../http/api-problems.js';
import { bodySchema } from '../tasks/commands/command-schema.js';
import { CommandSubmitter } from '../tasks/commands/command-submitter.js';
import { ScheduleKeyPipe, ScheduleNamePipe } from '../http/path-parameters.js';
import { ScheduleEditor } from './schedule-editor.js';
import { etagOf, presentRuns, presentSchedule, ScheduleEntry } from './schedule-entry.js';
import { PreviewParams, previewSchedule, SchedulePreview } from './schedule-preview.js';
import { ScheduleRuns } from './schedule-runs.js';
import { LiveSchedules } from './live-schedules.js';
import { KEY_HEADER } from '../tasks/commands/task-commands.controller.js';
import { QueuedTaskView } from '../tasks/commands/queued-task.view.js';

class DamagedScheduleEntry {
  @ApiProperty({ example: 'nightly' })
  name!: string;
  @ApiProperty({ example: 'cron "0 2 * *" has 4 of the five fields minute, hour, day of the month, month, weekday' })
  reason!: string;
}

class ScheduleList {
  @ApiProperty({ type: [ScheduleEntry] })
  schedules!: ScheduleEntry[];
  @ApiProperty({
    type: [DamagedScheduleEntry],
    description: 'Entries written into KV by hand that are invalid, and never fire',
  })
  damaged!: DamagedScheduleEntry[];
  @ApiProperty({
    ...{ type: [String], example: ['daily', 'weekly', 'check'] },
    description: 'Those that Rotunda ships: they can be reset, also if they were deleted',
  })
  shipped!: string[];
}

class ResetSchedules {
  @ApiProperty({ type: [ScheduleEntry] })
  schedules!: ScheduleEntry[];
}

const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: 'The ETag of the schedule as you read it; refused (412) if somebody edited it since',
};

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  required: false,
  schema: { enum: ['*'] },
  description: '`*`: creates only, and is refused (412) if there is a schedule of this name',
};

@ApiTags('schedules')
@Controller('schedules')
export class SchedulesController {
  constructor(
    private readonly live: LiveSchedules,
    private readonly editor: ScheduleEditor,
    private readonly commands: CommandSubmitter,
    private readonly runs: ScheduleRuns,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists the schedules, when each fires next, and what is wrong with those that can’t fire' })
  @ApiOkResponse({ type: ScheduleList })
  async list(): Promise<ScheduleList> {
    const now = this.now();
    const shipped = DEFAULT_SCHEDULES.map(({ name }) => name);
    return { schedules: await this.entries(this.live.schedules(now)), damaged: this.live.damaged(now), shipped };
  }

  @Get('preview')
  @Needs('look')
  @ApiOperation({ summary: 'Shows when a schedule with this cron expression or interval would tick next' })
  @ApiOkResponse({ type: SchedulePreview })
  @ApiProblems(400)
  preview(@Query() params: PreviewParams): SchedulePreview {
    return previewSchedule(params, this.now());
  }

  @Get(':name')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a schedule; its ETag is for If-Match' })
  @ApiOkResponse({ type: ScheduleEntry })
  @ApiProblems(400, 404, 409, 503)
  async show(
    @Param('name', ScheduleNamePipe) name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScheduleEntry> {
    return this.present(await this.editor.get(name), reply);
  }

  @Put(':name')
  @Audited('schedule.edit')
  @Needs('act')
  @ApiOperation({
    summary: 'Creates or replaces a schedule; fields that are left out get their defaults',
  })
  @ApiHeader(IF_MATCH)
  @ApiHeader(IF_NONE_MATCH)
  @ApiBody({ schema: bodySchema(ScheduleDefinition) })
  @ApiOkResponse({ type: ScheduleEntry })
  @ApiProblems(400, 412, 422, 503)
  async put(
    @Param('name', ScheduleNamePipe) name: string,
    @Body() definition: ScheduleDefinition,
    @Headers(IF_MATCH.name) ifMatch: string | undefined,
    @Headers(IF_NONE_MATCH.name) ifNoneMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScheduleEntry> {
    return this.present(await this.editor.put(name, definition, { ifMatch, ifNoneMatch }), reply);
  }

  @Delete(':name')
  @Audited('schedule.delete')
  @Needs('act')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Deletes a schedule; the tasks that it published go on' })
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 503)
  async remove(@Param('name', ScheduleKeyPipe) name: string): Promise<void> {
    await this.editor.remove(name);
  }

  @Post(':name/pause')
  @Audited('schedule.pause')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Pauses a schedule; ticks during the pause are skipped' })
  @ApiOkResponse({ type: ScheduleEntry })
  @ApiProblems(400, 404, 409, 503)
  async pause(
    @Param('name', ScheduleNamePipe) name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScheduleEntry> {
    return this.present(await this.editor.pause(name), reply);
  }

  @Post(':name/resume')
  @Audited('schedule.resume')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Resumes a schedule from its next tick on' })
  @ApiOkResponse({ type: ScheduleEntry })
  @ApiProblems(400, 404, 409, 503)
  async resume(
    @Param('name', ScheduleNamePipe) name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScheduleEntry> {
    return this.present(await this.editor.resume(name), reply);
  }

  @Post('reset')
  @Audited('schedule.reset')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Puts daily, weekly and check back as they were shipped; other schedules stay' })
  @ApiOkResponse({ type: ResetSchedules })
  @ApiProblems(503)
  async resetAll(): Promise<ResetSchedules> {
    return { schedules: await this.entries(await this.editor.resetAll()) };
  }

  @Post(':name/reset')
  @Audited('schedule.reset')
  @Needs('act')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({
    summary: 'Puts daily, weekly or check back as it was shipped, also if it was paused, deleted or damaged',
  })
  @ApiOkResponse({ type: ScheduleEntry })
  @ApiProblems(400, 404, 503)
  async reset(
    @Param('name', ScheduleNamePipe) name: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScheduleEntry> {
    return this.present(await this.editor.reset(name), reply);
  }

  @Post(':name/run')
  @Audited('schedule.run')
  @Needs('act')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Queues the schedule’s command now, in addition to its ticks' })
  @ApiHeader(KEY_HEADER)
  @ApiAcceptedResponse({ type: QueuedTaskView })
  @ApiProblems(400, 404, 409, 422, 503)
  async run(
    @Param('name', ScheduleNamePipe) name: string,
    @Headers(KEY_HEADER.name) idempotencyKey?: string,
  ): Promise<QueuedTaskView> {
    const { task, args, chambers } = await this.editor.get(name);
    const command = await parseCommand(kindOf(task).command, Buffer.from(JSON.stringify(args)));
    const chamber = chambers.length === CHAMBERS.length ? 'all' : chambers[0]!;
    const window = task === 'scrape' ? resolveWindow(command as ScrapeCommand, easternDate(this.now())) : null;
    const { id, status } = await this.commands.submit({ chamber, name: task, command, window, idempotencyKey });
    return { task_id: id, status, message: `The ${task} of "${name}" was queued for ${chambers.join(' and ')}.` };
  }

  private async present(schedule: ScheduleState, reply: FastifyReply): Promise<ScheduleEntry> {
    void reply.header('etag', etagOf(schedule));
    return (await this.entries([schedule]))[0]!;
  }

  private async entries(schedules: ScheduleState[]): Promise<ScheduleEntry[]> {
    const now = this.now();
    const runs = await this.runs.of(schedules);
    return schedules.map((schedule, n) => ({
      ...presentSchedule(schedule, now),
      last_runs: presentRuns(runs[n] ?? null),
    }));
  }
}
