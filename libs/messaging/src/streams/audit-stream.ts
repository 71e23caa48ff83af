import { AUDIT_SUBJECT, type AuditEntry, STREAMS } from '#rotunda/contracts';
import { Injectable } from '@nestjs/common';
import { NatsClient } from '../connection/nats-client.js';
import { MessageStream } from './message-stream.js';

export interface HandedOver {
  sequence: number;
  /** Anyone who may publish on the subject wrote it: it need not be an entry. */
  text: string;
}

/** The stream AUDIT: entries of the audit trail that wait for Postgres. */
@Injectable()
export class AuditStream extends MessageStream {
  constructor(client: NatsClient) {
    super(client, STREAMS.audit);
  }

  /** Resolves once the stream has stored the entry. @throws MessagingUnavailableError, NoRoomError, QueueFullError */
  async handOver(entry: AuditEntry): Promise<void> {
    await this.client.publish(AUDIT_SUBJECT, JSON.stringify(entry), { messageId: entry.id });
  }

  /** The oldest messages, at most `limit`. */
  async oldest(limit: number): Promise<HandedOver[]> {
    const found: HandedOver[] = [];
    for (let next = 1; found.length < limit;) {
      const message = await this.client.nextStored(this.stream, next);
      if (!message) break;
      found.push({ sequence: message.sequence, text: new TextDecoder().decode(message.data) });
      next = message.sequence + 1;
    }
    return found;
  }
}
