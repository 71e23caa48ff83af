import { BaseRpcContext } from '@nestjs/microservices';
import type { JsMsg } from 'nats';
import type { StoredMessage } from '../connection/nats-client.js';

/** How a delivered message is settled. The handler decides, only the transport acks or naks. */
export type Disposition =
  /** Done, or nothing to do: removes the message from the queue. */
  | { kind: 'ack' }
  /** The message goes back into the queue and is delivered again after `delayMs`. */
  | { kind: 'nak'; delayMs: number }
  /** Another worker owns it now: no answer. The server redelivers it if nobody settles it. */
  | { kind: 'leave' };

/** A message delivered to this worker. */
export class Delivery implements StoredMessage {
  constructor(private readonly message: JsMsg) {}

  get subject(): string {
    return this.message.subject;
  }
  get data(): Uint8Array {
    return this.message.data;
  }
  get sequence(): number {
    return this.message.info.streamSequence;
  }
  get publishedAt(): Date {
    return new Date(this.message.info.timestampNanos / 1e6);
  }
  header(name: string): string | undefined {
    return this.message.headers?.get(name) || undefined;
  }

  /** Restarts the ack wait: the worker is alive. */
  working(): void {
    this.message.working();
  }

  async settle(disposition: Disposition): Promise<void> {
    // A lost ack would get the command redelivered; waiting for the server's answer costs one round trip.
    if (disposition.kind === 'ack') await this.message.ackAck();
    if (disposition.kind === 'nak') this.message.nak(disposition.delayMs);
  }
}

/** Nest passes it to message handlers as `@Ctx()`. */
export class JetStreamContext extends BaseRpcContext<[Delivery]> {
  get delivery(): Delivery {
    return this.getArgByIndex(0);
  }
}
