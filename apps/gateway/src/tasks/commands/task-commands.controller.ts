import { Body, Controller, Headers, HttpCode, HttpStatus, Inject, Param, Post, type Type } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Command, kindOf, TASK_NAMES, type TaskName } from '#rotunda/contracts';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Needs } from '../../access/needs.js';
import { Audited } from '../../http/audited.js';
import { ApiProblems } from '../../http/api-problems.js';
import { meaningOf } from './command-meaning.js';
import { bodySchema } from './command-schema.js';
import { CommandSubmitter } from './command-submitter.js';
import { type Destination, DestinationPipe, destinationsOf } from '../../http/path-parameters.js';
import { presentQueued, QUEUED_EXAMPLE, QueuedTaskView } from './queued-task.view.js';

export const KEY_HEADER = { name: 'Idempotency-Key', required: false, description: 'The same key gives the same task' };

/** `POST tasks/<kind>/<chamber>`, for each kind that is declared. */
export const TASK_COMMANDS_CONTROLLERS: Type[] = TASK_NAMES.map(controllerOf);

function controllerOf(name: TaskName): Type {
  const { command: schema, summary } = kindOf(name);
  const destinations = destinationsOf(name);

  @ApiTags('tasks')
  @ApiProblems(400, 404, 413, 415, 422, 503)
  @Controller('tasks')
  class TaskCommandsController {
    constructor(
      private readonly commands: CommandSubmitter,
      @Inject(CLOCK) private readonly now: Clock,
    ) {}

    @Post(`${name}/:chamber`)
    @Audited(`task.${name}`, { target: 'task_id' })
    @Needs('act')
    @HttpCode(HttpStatus.ACCEPTED)
    @ApiOperation({ summary })
    @ApiParam({ name: 'chamber', enum: destinations })
    @ApiHeader(KEY_HEADER)
    @ApiBody({ schema: bodySchema(schema), required: false })
    @ApiAcceptedResponse({ type: QueuedTaskView, ...(name === 'scrape' && { example: QUEUED_EXAMPLE }) })
    async [name](
      @Param('chamber', new DestinationPipe(destinations)) chamber: Destination,
      @Body() command: Command,
      @Headers(KEY_HEADER.name) idempotencyKey?: string,
    ): Promise<QueuedTaskView> {
      const { window, message } = meaningOf(name, command, chamber, this.now());
      const submitted = await this.commands.submit({ chamber, name, command, window, idempotencyKey });
      return presentQueued(submitted, message);
    }
  }

  // The class that the body is checked against; the compiler writes down that of all commands.
  Reflect.defineMetadata('design:paramtypes', [String, schema, String], TaskCommandsController.prototype, name);
  return TaskCommandsController;
}
