import { inSpan, type TraceContext, traceHeaders } from '#rotunda/runtime';
import { Injectable } from '@nestjs/common';
import { sending } from '../connection/message-spans.js';
import { NatsClient } from '../connection/nats-client.js';

/** The stream DISCLOSURES, which tells other programs what was stored. */
@Injectable()
export class DisclosureStream {
  constructor(private readonly client: NatsClient) {}

  /**
   * An event that is published again within a day under the same message id is not stored again.
   *
   * @param from what caused the event
   */
  async publish(subject: string, payload: unknown, messageId: string, from?: TraceContext): Promise<void> {
    await inSpan(`send ${subject}`, { ...sending(subject, messageId), from }, () =>
      this.client.publish(subject, JSON.stringify(payload), { messageId, header: traceHeaders() }),
    );
  }
}
