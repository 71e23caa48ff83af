import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Chamber } from '#rotunda/domain';

/** A message for the event stream; one `messageId` is announced once, however often it is entered. */
export interface Announcement {
  messageId: string;
  subject: string;
  payload: object;
}

export interface PendingAnnouncement extends Announcement {
  id: number;
}

/** What the event stream still has to be told. */
@Injectable()
export class Outbox {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The oldest messages of a chamber that were not sent yet, in the order they were entered. */
  async pending(chamber: Chamber, limit: number): Promise<PendingAnnouncement[]> {
    return this.dataSource.query<PendingAnnouncement[]>(
      `SELECT id, message_id AS "messageId", subject, payload FROM outbox
       WHERE chamber = $1 AND sent_at IS NULL ORDER BY id LIMIT $2`,
      [chamber, limit],
    );
  }

  /** To be called after the stream acknowledged the messages: a crash in between sends them again under their ids. */
  async markSent(ids: number[]): Promise<void> {
    await this.dataSource.query(`UPDATE outbox SET sent_at = now() WHERE id = ANY($1) AND sent_at IS NULL`, [ids]);
  }
}

/** Enters messages in the transaction that stores what they tell of. */
export async function enterAnnouncements(
  manager: EntityManager,
  chamber: Chamber,
  announcements: Announcement[],
): Promise<void> {
  if (announcements.length === 0) return;
  await manager.query(
    `INSERT INTO outbox (chamber, message_id, subject, payload)
     SELECT $1, "messageId", subject, payload
     FROM jsonb_to_recordset($2::jsonb) AS a ("messageId" text, subject text, payload jsonb)
     ON CONFLICT (message_id) DO NOTHING`,
    [chamber, JSON.stringify(announcements)],
  );
}
