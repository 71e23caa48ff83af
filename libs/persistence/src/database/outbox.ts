import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import type { Chamber } from '#rotunda/domain';
import { type TraceHeaders, traceHeaders } from '#rotunda/runtime';

/** A message for the event stream. One `messageId` is published once, however often it is stored. */
export interface Announcement {
  messageId: string;
  subject: string;
  payload: object;
}

export interface PendingAnnouncement extends Announcement {
  id: number;
  /** The headers that name the trace of what was stored, if there is one. */
  trace: TraceHeaders | null;
}

/** The messages that are still to be published to the event stream. */
@Injectable()
export class Outbox {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** A chamber's oldest unsent messages, in the order in which they were stored. */
  async pending(chamber: Chamber, limit: number): Promise<PendingAnnouncement[]> {
    return this.dataSource.query<PendingAnnouncement[]>(
      `SELECT id, message_id AS "messageId", subject, payload, trace FROM outbox
       WHERE chamber = $1 AND sent_at IS NULL ORDER BY id LIMIT $2`,
      [chamber, limit],
    );
  }

  /** Call it after the stream acknowledged the messages: a crash in between sends them again under the same ids. */
  async markSent(ids: number[]): Promise<void> {
    await this.dataSource.query(`UPDATE outbox SET sent_at = now() WHERE id = ANY($1) AND sent_at IS NULL`, [ids]);
  }
}

/** Stores messages in the transaction that stores what they announce. */
export async function enterAnnouncements(
  manager: EntityManager,
  chamber: Chamber,
  announcements: Announcement[],
): Promise<void> {
  if (announcements.length === 0) return;
  const trace = traceHeaders();
  await manager.query(
    `INSERT INTO outbox (chamber, message_id, subject, payload, trace)
     SELECT $1, "messageId", subject, payload, $3::jsonb
     FROM jsonb_to_recordset($2::jsonb) AS a ("messageId" text, subject text, payload jsonb)
     ON CONFLICT (message_id) DO NOTHING`,
    [chamber, JSON.stringify(announcements), isTraced(trace) ? JSON.stringify(trace) : null],
  );
}

const isTraced = (trace: TraceHeaders): boolean => Object.keys(trace).length > 0;
