import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ActorKind, AuditAction, AuditResult, AuditSource } from '#rotunda/contracts';

/** An entry of the audit trail, see `AuditEntry`. Append-only: only entries of more than 30 days can be deleted. */
@Entity('audit_log')
@Index('audit_log_page_idx', ['at', 'id'])
@Index('audit_log_target_idx', ['target', 'at'])
export class AuditRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  actorKind!: ActorKind;

  @Column('text', { nullable: true })
  actorId!: string | null;

  @Column('text', { nullable: true })
  actorName!: string | null;

  @Column('text', { nullable: true })
  role!: string | null;

  @Column('text')
  action!: AuditAction;

  @Column('text', { nullable: true })
  target!: string | null;

  @Column('jsonb')
  params!: Record<string, unknown>;

  @Column('text')
  result!: AuditResult;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('text')
  source!: AuditSource;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { nullable: true })
  requestId!: string | null;

  @Column('text', { nullable: true })
  traceId!: string | null;

  @Column('integer')
  count!: number;
}
