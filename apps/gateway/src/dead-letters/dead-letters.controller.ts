import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Injectable,
  NotFoundException,
  Param,
  type PipeTransform,
  Post,
  Query,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { DeadLetterBox, type StoredLetter } from '#rotunda/tasks';
import { Needs } from '../access/needs.js';
import { Audited } from '../http/audited.js';
import { ApiProblems } from '../http/api-problems.js';
import { invalidFields } from '../http/known-errors.js';
import { DeadLetterReplays } from './dead-letter-replays.js';
import {
  DeadLetterCount,
  DeadLetterCountParams,
  DeadLetterPage,
  DeadLetterListParams,
  type DeadLetterView,
  ReplayCounts,
  ReplayedView,
  ReplayFilters,
} from './dead-letter-views.js';
import { TaskLookup } from '../tasks/lookup/task-lookup.js';

const SEQUENCE = /^[1-9]\d{0,14}$/;

/** The `:sequence` of a dead letter. */
@Injectable()
class SequencePipe implements PipeTransform<string, number> {
  transform(text: string): number {
    if (SEQUENCE.test(text)) return Number(text);
    throw invalidFields(400, [{ field: 'sequence', message: 'sequence must be the number of a dead letter' }]);
  }
}

const SEQUENCE_PARAM = { name: 'sequence', type: Number };

@ApiTags('tasks')
@Controller('tasks/dead-letters')
export class DeadLettersController {
  constructor(
    private readonly box: DeadLetterBox,
    private readonly replays: DeadLetterReplays,
    private readonly tasks: TaskLookup,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists commands that failed in spite of all retries, newest first; kept for 30 days' })
  @ApiOkResponse({ type: DeadLetterPage })
  @ApiProblems(400, 503)
  async list(@Query() { limit, cursor, ...filters }: DeadLetterListParams): Promise<DeadLetterPage> {
    const letters: StoredLetter[] = [];
    for await (const letter of this.box.newestFirst(filters, cursor ? sequenceOf(cursor) : undefined)) {
      letters.push(letter);
      if (letters.length > limit) break;
    }
    const shown = letters.slice(0, limit);
    const next = letters.length > limit ? String(shown.at(-1)!.sequence) : null;
    return { data: await Promise.all(shown.map((letter) => this.present(letter))), next_cursor: next };
  }

  @Get('count')
  @Needs('look')
  @ApiOperation({ summary: 'Counts the dead letters that the same filters of the list find' })
  @ApiOkResponse({ type: DeadLetterCount })
  @ApiProblems(400, 503)
  async count(@Query() filters: DeadLetterCountParams): Promise<DeadLetterCount> {
    return { count: await this.box.count(filters) };
  }

  @Post('replay')
  @Audited('dead-letter.replay')
  @Needs('act')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Replays all dead letters, or those that match: queues the next run of their tasks' })
  @ApiBody({ type: ReplayFilters, required: false })
  @ApiAcceptedResponse({ type: ReplayCounts })
  @ApiProblems(413, 415, 422, 503)
  replayAll(@Body() filters: ReplayFilters): Promise<ReplayCounts> {
    return this.replays.replayAll(filters);
  }

  @Post(':sequence/replay')
  @Audited('dead-letter.replay')
  @Needs('act')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Replays a dead letter: queues the next run of its task, with the original command' })
  @ApiParam(SEQUENCE_PARAM)
  @ApiAcceptedResponse({ type: ReplayedView })
  @ApiProblems(400, 404, 409, 503)
  async replay(@Param('sequence', SequencePipe) sequence: number): Promise<ReplayedView> {
    const { task_id, run, warning } = await this.replays.replay(sequence);
    const prospect = warning ? ', and will fail again: its command is not valid' : '';
    return {
      task_id,
      run,
      status: 'queued',
      ...(warning ? { warning } : {}),
      message: `Run ${run} of task ${task_id} is queued${prospect}.`,
    };
  }

  @Delete(':sequence')
  @Audited('dead-letter.delete')
  @Needs('admin')
  @HttpCode(HttpStatus.NO_CONTENT)
  @ApiOperation({ summary: 'Deletes a dead letter; its task stays as it is' })
  @ApiParam(SEQUENCE_PARAM)
  @ApiNoContentResponse()
  @ApiProblems(400, 404, 503)
  async remove(@Param('sequence', SequencePipe) sequence: number): Promise<void> {
    if (!(await this.box.find(sequence))) throw new NotFoundException(`There is no dead letter ${sequence}.`);
    await this.box.remove(sequence);
  }

  private async present({ sequence, chamber, name, letter }: StoredLetter): Promise<DeadLetterView> {
    const task = await this.tasks.findTask(letter.task_id);
    const { task_id, run, body, attempts, error, died_at } = letter;
    return {
      ...{ sequence, task_id, run, chamber, name, body, attempts, died_at },
      error: { code: error.code, message: error.message },
      state: task?.state ?? null,
      replayed_as: task && task.run > run ? run + 1 : null,
    };
  }
}

function sequenceOf(cursor: string): number {
  if (SEQUENCE.test(cursor)) return Number(cursor);
  const message = 'cursor must be the next_cursor of a page of this list; leave it out for the first page';
  throw invalidFields(400, [{ field: 'cursor', message }]);
}
