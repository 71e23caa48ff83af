import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AUDIT_ACTIONS,
  AUDIT_RESULTS,
  AUDIT_SOURCES,
  type AuditAction,
  type AuditResult,
  type AuditSource,
} from '#rotunda/contracts';
import { AuditLog } from '#rotunda/persistence';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { InstantFilter, ListParams, OneOf, refuseReversedRange, TextFilter } from '../http/list-params.js';
import { AuditPage, presentEntry } from './audit-entry.view.js';

class AuditListParams extends ListParams {
  @TextFilter('Id or name of a key, or a kind of actor')
  actor?: string;

  @OneOf(AUDIT_ACTIONS)
  action?: AuditAction;

  @TextFilter('What was acted upon, e.g. the id of a task')
  target?: string;

  @OneOf(AUDIT_SOURCES)
  source?: AuditSource;

  @OneOf(AUDIT_RESULTS)
  result?: AuditResult;

  @TextFilter('A part of the actor, action, target, parameters, problem or address; upper and lower case are the same')
  q?: string;

  @InstantFilter('At this time or later')
  from?: string;

  @InstantFilter('Before this time')
  to?: string;
}

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Needs('admin')
  @ApiOperation({ summary: 'Lists who did what, newest first' })
  @ApiOkResponse({ type: AuditPage })
  @ApiProblems(400, 503)
  async list(@Query() { from, to, q: text, ...filters }: AuditListParams): Promise<AuditPage> {
    const range = { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined };
    refuseReversedRange('', range.from?.toISOString(), range.to?.toISOString());
    const { items, nextCursor } = await this.log.page({ ...filters, text, ...range });
    return { data: items.map(presentEntry), next_cursor: nextCursor };
  }
}
