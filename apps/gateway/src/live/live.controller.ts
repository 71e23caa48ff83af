import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { ApiExtraModels, ApiHeader, ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Guard } from '../access/guard.js';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { sendEvents } from '../http/event-stream.js';
import { livePlaceOf } from './live-place.js';
import { LIVE_TOPICS, type LiveTopic } from './live-topics.js';
import { LiveUpdates } from './live-updates.js';
import { LiveEvents } from './live-views.js';

const split = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

class LiveParams {
  @ApiPropertyOptional({
    type: String,
    description: `Some of ${LIVE_TOPICS.join(', ')}, with commas in between; all by default`,
    example: 'tasks,workers',
  })
  @IsOptional()
  @Transform(split)
  @IsIn(LIVE_TOPICS, {
    each: true,
    message: `topics must be some of ${LIVE_TOPICS.join(', ')}, with commas in between`,
  })
  topics: readonly LiveTopic[] = LIVE_TOPICS;

  @ApiPropertyOptional({ type: String, description: 'Only events after the one with this id' })
  @IsOptional()
  @IsString({ message: 'last_event_id must be given once' })
  last_event_id?: string;
}

/** What a page shows, kept current by one stream. */
@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(
    private readonly updates: LiveUpdates,
    private readonly guard: Guard,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({
    summary: 'Streams every change that a page may show (server-sent events)',
    description:
      'First an event `ready`, then the changes as they come. The data of each event is in `LiveEvents`, under the ' +
      'event’s name. A client that comes back with the id of its last event gets what it missed, or `reset` where that ' +
      'is not known any more: then it reads again what it shows. Each event’s id is a place in the stream of all topics.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Same as `last_event_id`' })
  @ApiExtraModels(LiveEvents)
  @ApiOkResponse({ description: 'The events', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  @ApiProblems(400, 503)
  follow(
    @Query() { topics, last_event_id }: LiveParams,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const beginning = { after: livePlaceOf(last_event_id, lastEventId), topics: new Set(topics) };
    const mayListen = (): Promise<boolean> => this.guard.stillAdmits(reply.request);
    return sendEvents(reply, mayListen, (signal) => this.updates.follow(beginning, signal));
  }
}
