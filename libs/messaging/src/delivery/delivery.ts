import { BaseRpcContext } from '@nestjs/microservices';
import type { JsMsg } from 'nats';
import type { StoredMessage } from '../connection/nats-client.js';

/** What becomes of a delivered message; decided by whoever handled it, carried out by the transport alone. */
export type Disposition =
  /** Done, or not worth doing: out of the queue. */
  | { kind: 'ack' }
  /** Back into the queue, to be delivered again after so many milliseconds. */
  | { kind: 'nak'; delayMs: number }
  /** Somebody else owns it by now: say nothing. The server delivers it again if nobody does. */
  | { kind: 'leave' };

/** A message in the hands of a worker. */
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

  /** Starts the ack wait anew: the worker lives. */
  working(): void {
    this.message.working();
  }

  async settle(disposition: Disposition): Promise<void> {
    // An ack that got lost would bring the command back: waiting for the server's answer costs one round trip.
    if (disposition.kind === 'ack') await this.message.ackAck();
    if (disposition.kind === 'nak') this.message.nak(disposition.delayMs);
  }
}

/** What Nest hands to a message handler as `@Ctx()`. */
export class JetStreamContext extends BaseRpcContext<[Delivery]> {
  get delivery(): Delivery {
    return this.getArgByIndex(0);
  }
}
