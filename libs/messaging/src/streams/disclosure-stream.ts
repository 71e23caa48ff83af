import { Injectable } from '@nestjs/common';
import { NatsClient } from '../connection/nats-client.js';

/** The stream DISCLOSURES, which tells other programs what was stored. */
@Injectable()
export class DisclosureStream {
  constructor(private readonly client: NatsClient) {}

  /** An event that is published again within a day under the same message id is not stored again. */
  async publish(subject: string, payload: unknown, messageId: string): Promise<void> {
    await this.client.publish(subject, JSON.stringify(payload), { messageId });
  }
}
