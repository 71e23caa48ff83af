import { Column, Entity, Index, Unique } from 'typeorm';
import type { Chamber } from '#rotunda/domain';
import type { TraceHeaders } from '#rotunda/runtime';
import { CountedKey, WrittenAt } from './columns.js';

/** A message for the event stream, written in the same transaction as the filing. */
@Entity('outbox')
@Unique(['messageId'])
@Index('outbox_unsent_idx', ['chamber', 'id'], { where: 'sent_at IS NULL' })
export class OutboxMessage {
  @CountedKey()
  id!: number;

  @Column('text')
  chamber!: Chamber;

  @Column('text')
  messageId!: string;

  @Column('text')
  subject!: string;

  @Column('jsonb')
  payload!: object;

  /** W3C Trace Context of the commit, as headers of the message; null: not traced. */
  @Column('jsonb', { nullable: true })
  trace!: TraceHeaders | null;

  @WrittenAt()
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}
