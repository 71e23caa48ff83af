import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { inOneLine } from '#rotunda/contracts';
import type { FastifyReply } from 'fastify';
import { Guard } from '../../access/guard.js';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { sendEvents } from '../../http/event-stream.js';
import { EventPlaceParams, placeOf } from '../../http/event-place.js';
import { toNumber } from '../../http/list-params.js';
import type { LoggedLine } from './logged-line.js';
import { TaskIdPipe } from '../../http/path-parameters.js';
import { TaskLogLines } from './task-log-lines.js';

const MAX_LINES = 10_000;
const LIMIT_MESSAGE = `limit must be a whole number from 1 to ${MAX_LINES}`;

class TaskLogParams extends EventPlaceParams {
  @ApiPropertyOptional({ minimum: 1, maximum: MAX_LINES, description: 'Only the last lines; not for an event stream' })
  @IsOptional()
  @Transform(toNumber)
  @IsInt({ message: LIMIT_MESSAGE })
  @Min(1, { message: LIMIT_MESSAGE })
  @Max(MAX_LINES, { message: LIMIT_MESSAGE })
  limit: number = MAX_LINES;
}

class TaskLogLineView implements LoggedLine {
  @ApiProperty({ description: 'Later lines have greater ids; the `last_event_id` of a later request' })
  id!: number;
  @ApiProperty({ description: 'In a group’s log, the child’s id' })
  task_id!: string;
  @ApiProperty({ format: 'date-time' })
  at!: string;
  @ApiProperty({ enum: ['log', 'warn', 'error'] })
  level!: 'log' | 'warn' | 'error';
  @ApiProperty({ description: '0: the command never reached an attempt' })
  attempt!: number;
  @ApiProperty()
  worker!: string;
  @ApiProperty()
  message!: string;
}

class TaskLogView {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ type: [TaskLogLineView], description: 'Oldest first' })
  lines!: TaskLogLineView[];
}

/** What a task did, line by line; kept for a day, and at most the last 1,000 lines of a task. */
@ApiTags('tasks')
@Controller('tasks')
export class TaskLogsController {
  constructor(
    private readonly logs: TaskLogLines,
    private readonly guard: Guard,
  ) {}

  @Get(':id/logs')
  @Needs('look')
  @ApiOperation({
    summary: 'Shows a task’s log, or the logs of a group’s children in the order of writing; kept for a day',
    description:
      'By `Accept`: JSON, `text/plain`, or `text/event-stream`, which goes on until the task has ended: an event ' +
      '`line` for each line, then `end`.',
  })
  @ApiExtraModels(TaskLogView)
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Same as `last_event_id`' })
  @ApiOkResponse({
    description: 'The lines',
    content: {
      'application/json': { schema: { $ref: getSchemaPath(TaskLogView) } },
      'text/plain': { schema: { type: 'string' } },
      'text/event-stream': { schema: { type: 'string' } },
    },
  })
  @ApiProblems(400, 404, 503)
  async show(
    @Param('id', TaskIdPipe) id: string,
    @Query() params: TaskLogParams,
    @Headers('accept') accept: string | undefined,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const after = placeOf(params, lastEventId) ?? 0;
    if (accept?.includes('text/event-stream')) {
      const mayListen = (): Promise<boolean> => this.guard.stillAdmits(reply.request);
      return sendEvents(reply, mayListen, (signal) => this.logs.follow(id, after, signal));
    }
    const lines = await this.logs.read(id, after, params.limit);
    if (accept?.includes('text/plain')) await reply.type('text/plain; charset=utf-8').send(lines.map(inWords).join(''));
    else await reply.send({ task_id: id, lines } satisfies TaskLogView);
  }
}

const inWords = ({ at, level, task_id, attempt, message }: LoggedLine): string =>
  `${inOneLine(`${at} ${level.toUpperCase().padEnd(5)} ${task_id}#${attempt} ${message}`)}\n`;
