import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CHAMBERS, type Chamber, TASK_NAMES, TASK_STATES, type TaskName, type TaskStateName } from '#rotunda/contracts';
import type { FastifyReply } from 'fastify';
import { Guard } from '../../access/guard.js';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { EventPlaceParams, placeOf } from '../../http/event-place.js';
import { sendEvents } from '../../http/event-stream.js';
import { TaskEvents } from './task-events.js';
import { OneOf } from '../../http/list-params.js';

class TaskEventsParams extends EventPlaceParams {
  @OneOf(CHAMBERS)
  chamber?: Chamber;

  @OneOf(TASK_NAMES)
  name?: TaskName;

  @OneOf(TASK_STATES)
  state?: TaskStateName;
}

@ApiTags('tasks')
@Controller('tasks/events')
export class TaskEventsController {
  constructor(
    private readonly events: TaskEvents,
    private readonly guard: Guard,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({
    summary: 'Streams every change of a task’s state (server-sent events)',
    description:
      'First an event `ready`, then a `task` for each change, as `tasks/{id}` shows it. A client that comes back with ' +
      'the id of its last event gets what it missed; the last ten changes of each task are kept.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Same as `last_event_id`' })
  @ApiOkResponse({ description: 'The events', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiProblems(400, 503)
  follow(
    @Query() params: TaskEventsParams,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { chamber, name, state } = params;
    const after = placeOf(params, lastEventId);
    const mayListen = (): Promise<boolean> => this.guard.stillAdmits(reply.request);
    return sendEvents(reply, mayListen, (signal) =>
      this.events.follow(
        after,
        (task) =>
          (!chamber || task.chamber === chamber) && (!name || task.name === name) && (!state || task.state === state),
        signal,
      ),
    );
  }
}
