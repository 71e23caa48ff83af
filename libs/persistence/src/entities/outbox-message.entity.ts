import { Column, Entity, Index, Unique } from 'typeorm';
import type { Chamber } from '#rotunda/domain';
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

  @WrittenAt()
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}
