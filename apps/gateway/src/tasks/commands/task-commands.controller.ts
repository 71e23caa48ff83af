import { Body, Controller, Headers, HttpCode, HttpStatus, Inject, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CheckCommand, ReparseCommand, ScrapeCommand } from '#rotunda/contracts';
import { easternDate, resolveWindow } from '#rotunda/domain';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { ApiProblems } from '../../http/api-problems.js';
import { invalidFields } from '../../http/known-errors.js';
import { CommandSubmitter } from './command-submitter.js';
import { bodySchema, COMMANDS } from './commands.js';
import { type Destination, DestinationPipe, DESTINATIONS } from '../../http/path-parameters.js';
import { presentQueued, QUEUED_EXAMPLE, QueuedTaskView } from './queued-task.view.js';

export const KEY_HEADER = { name: 'Idempotency-Key', required: false, description: 'The same key gives the same task' };

@ApiTags('tasks')
@ApiHeader(KEY_HEADER)
@ApiProblems(400, 404, 413, 415, 422, 503)
@Controller('tasks')
export class TaskCommandsController {
  constructor(
    private readonly commands: CommandSubmitter,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Post('scrape/:chamber')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: COMMANDS.scrape.summary })
  @ApiParam({ name: 'chamber', enum: DESTINATIONS })
  @ApiBody({ schema: bodySchema('scrape'), required: false })
  @ApiAcceptedResponse({ type: QueuedTaskView, example: QUEUED_EXAMPLE })
  async scrape(
    @Param('chamber', DestinationPipe) chamber: Destination,
    @Body() command: ScrapeCommand,
    @Headers(KEY_HEADER.name) idempotencyKey?: string,
  ): Promise<QueuedTaskView> {
    const window = resolveWindow(command, easternDate(this.now()));
    const submitted = await this.commands.submit({ chamber, name: 'scrape', command, window, idempotencyKey });
    const { start, end } = window;
    return presentQueued(submitted, `${possessive(chamber)} filings from ${start} to ${end} will be scraped.`);
  }

  @Post('check/:chamber')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: COMMANDS.check.summary })
  @ApiParam({ name: 'chamber', enum: DESTINATIONS })
  @ApiBody({ schema: bodySchema('check'), required: false })
  @ApiAcceptedResponse({ type: QueuedTaskView })
  async check(
    @Param('chamber', DestinationPipe) chamber: Destination,
    @Body() command: CheckCommand,
    @Headers(KEY_HEADER.name) idempotencyKey?: string,
  ): Promise<QueuedTaskView> {
    const submitted = await this.commands.submit({ chamber, name: 'check', command, window: null, idempotencyKey });
    return presentQueued(submitted, `${possessive(chamber)} site will be checked.`);
  }

  @Post('reparse/:chamber')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: COMMANDS.reparse.summary })
  @ApiParam({ name: 'chamber', enum: DESTINATIONS })
  @ApiBody({ schema: bodySchema('reparse'), required: false })
  @ApiAcceptedResponse({ type: QueuedTaskView })
  async reparse(
    @Param('chamber', DestinationPipe) chamber: Destination,
    @Body() command: ReparseCommand,
    @Headers(KEY_HEADER.name) idempotencyKey?: string,
  ): Promise<QueuedTaskView> {
    refuseReversedDates(command);
    const submitted = await this.commands.submit({ chamber, name: 'reparse', command, window: null, idempotencyKey });
    const end = command.apply ? 'what differs will be stored' : 'what differs will be reported, and nothing changed';
    return presentQueued(submitted, `${possessive(chamber)} archive will be read anew: ${end}.`);
  }
}

const possessive = (destination: Destination): string =>
  destination === 'all' ? 'Each chamber’s' : `The ${destination}’s`;

function refuseReversedDates({ filed_from, filed_to }: ReparseCommand): void {
  if (!filed_from || !filed_to || filed_from <= filed_to) return;
  const message = `filed_from ${filed_from} must not be after filed_to ${filed_to}`;
  throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, [{ field: 'filed_from', message }]);
}
