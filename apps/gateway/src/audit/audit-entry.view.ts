import { ApiProperty } from '@nestjs/swagger';
import {
  ACTOR_KINDS,
  type ActorKind,
  AUDIT_ACTIONS,
  AUDIT_RESULTS,
  AUDIT_SOURCES,
  type AuditAction,
  type AuditResult,
  type AuditSource,
} from '#rotunda/contracts';
import type { AuditRow } from '#rotunda/persistence';
import { NEXT_CURSOR } from '../http/list-params.js';

const TEXT_OR_NULL = { type: String, nullable: true } as const;

export class AuditEntryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'date-time' })
  at!: string;
  @ApiProperty({
    enum: ACTOR_KINDS,
    description: '`open`: nobody has to sign in; `bus`: a message on NATS; `unknown`: no accepted credentials',
  })
  actor_kind!: ActorKind;
  @ApiProperty(TEXT_OR_NULL)
  actor_id!: string | null;
  @ApiProperty(TEXT_OR_NULL)
  actor_name!: string | null;
  @ApiProperty(TEXT_OR_NULL)
  role!: string | null;
  @ApiProperty({ enum: AUDIT_ACTIONS })
  action!: AuditAction;
  @ApiProperty({ ...TEXT_OR_NULL, description: 'What was acted upon, e.g. the id of a task' })
  target!: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Fields of the request, without secrets' })
  params!: Record<string, unknown>;
  @ApiProperty({ enum: AUDIT_RESULTS, description: '`refused`: 401, 403, 421 or 429; `failed`: any other error' })
  result!: AuditResult;
  @ApiProperty({ type: 'integer', nullable: true, description: 'HTTP status of the answer' })
  status!: number | null;
  @ApiProperty({ ...TEXT_OR_NULL, description: 'Kind of the problem: the end of its `type`' })
  problem!: string | null;
  @ApiProperty({ enum: AUDIT_SOURCES })
  source!: AuditSource;
  @ApiProperty({ ...TEXT_OR_NULL, description: 'Address of the client' })
  address!: string | null;
  @ApiProperty(TEXT_OR_NULL)
  request_id!: string | null;
  @ApiProperty(TEXT_OR_NULL)
  trace_id!: string | null;
  @ApiProperty({ type: 'integer', description: 'More than 1 for repeated refusals that were counted' })
  count!: number;
}

export class AuditPage {
  @ApiProperty({ type: [AuditEntryView] })
  data!: AuditEntryView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

export const presentEntry = (row: AuditRow): AuditEntryView => ({
  id: row.id,
  at: row.at.toISOString(),
  actor_kind: row.actorKind,
  actor_id: row.actorId,
  actor_name: row.actorName,
  role: row.role,
  action: row.action,
  target: row.target,
  params: row.params,
  result: row.result,
  status: row.status,
  problem: row.problem,
  source: row.source,
  address: row.address,
  request_id: row.requestId,
  trace_id: row.traceId,
  count: row.count,
});
