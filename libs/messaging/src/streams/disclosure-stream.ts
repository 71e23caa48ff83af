import { STREAMS, TRADE_SUBJECTS } from '#rotunda/contracts';
import { inSpan, type TraceContext, traceHeaders } from '#rotunda/runtime';
import { Injectable } from '@nestjs/common';
import { sending } from '../connection/message-spans.js';
import { NatsClient, type StoredMessage } from '../connection/nats-client.js';
import { readStream } from './stream-reader.js';

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

  /** The sequence of the last event, of any kind; 0 if there was none. */
  async lastSequence(): Promise<number> {
    return (await this.client.storedRange(STREAMS.disclosures)).last;
  }

  /** The trades announced after `after`, then each as it is announced, until `signal` aborts. */
  followTrades(after: number, signal: AbortSignal): Promise<AsyncIterable<StoredMessage>> {
    return readStream(this.client, { stream: STREAMS.disclosures, subject: TRADE_SUBJECTS, after }, signal);
  }
}
