import { setTimeout as delay } from 'node:timers/promises';
import { consumerName, parseCommandSubject, STREAMS } from '#rotunda/contracts';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer, JsMsg } from 'nats';
import { lastValueFrom } from 'rxjs';
import { Delivery, type Disposition, JetStreamContext } from './delivery.js';
import { isNotFound } from './jetstream-errors.js';
import type { NatsClient } from './nats-client.js';

/** A pull that nobody answers ends by itself, so that one which a restarted server forgot can't hang a worker. */
const PULL_EXPIRES_MS = 1_000;
const RETRY_PULL_MS = 1_000;

/**
 * Nest's own NATS transport is core pub/sub, where a message that nobody hears is gone. This one takes commands from
 * the durable pull consumers of TASKS: one message at a time for each slot, asked for with `next()`, because `consume()`
 * prefetches and what waits in a client while its ack timer runs is delivered twice.
 *
 * A handler returns the `Disposition` of its message; nothing else in the system acks or naks.
 */
export class JetStreamServer extends Server implements CustomTransportStrategy {
  private readonly slots: Promise<void>[] = [];
  private stopping = false;

  /** @param slotsOf how many messages of a subject this process takes at a time */
  constructor(
    private readonly client: NatsClient,
    private readonly slotsOf: (subject: string) => number = () => 1,
  ) {
    super();
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      for (const subject of this.messageHandlers.keys()) {
        const consumer = await this.consumerOf(subject);
        for (let slot = 0; slot < this.slotsOf(subject); slot++) this.slots.push(this.work(subject, consumer));
      }
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Takes no further message, and waits for those in hand. */
  async close(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.slots);
  }

  on(): void {
    throw new Error('JetStreamServer has no events of its own; NatsClient logs the connection’s.');
  }

  unwrap<T = NatsClient>(): T {
    return this.client as T;
  }

  private async consumerOf(subject: string): Promise<Consumer> {
    const command = parseCommandSubject(subject);
    if (!command) throw new Error(`The handler of "${subject}" is for no command subject (tasks.<chamber>.<name>).`);
    const name = consumerName(command.chamber, command.name);
    try {
      return await this.client.jetstream.consumers.get(STREAMS.tasks, name);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      throw new Error(`NATS lacks the consumer ${name}: run "npx rotunda setup" first.`, { cause: error });
    }
  }

  private async work(subject: string, consumer: Consumer): Promise<void> {
    while (!this.stopping) {
      const message = await this.pull(subject, consumer);
      if (message) await this.handle(new Delivery(message));
    }
  }

  private async pull(subject: string, consumer: Consumer): Promise<JsMsg | null> {
    try {
      return await consumer.next({ expires: PULL_EXPIRES_MS });
    } catch (error) {
      if (this.stopping) return null;
      this.logger.warn(`no commands can be taken from ${subject}: ${String(error)}; trying again`);
      await delay(RETRY_PULL_MS);
      return null;
    }
  }

  private async handle(delivery: Delivery): Promise<void> {
    try {
      const handler = this.getHandlerByPattern(delivery.subject);
      if (!handler) throw new Error(`nobody handles ${delivery.subject}`);
      const context = new JetStreamContext([delivery]);
      const answer = this.transformToObservable(await handler(delivery.data, context));
      await delivery.settle(await lastValueFrom<Disposition>(answer));
    } catch (error) {
      // Neither ack nor nak: after the ack wait the server delivers it again, to a worker that may fare better.
      this.logger.error(
        `message ${delivery.streamSequence} of ${delivery.subject} is left to its redelivery: ${String(error)}`,
      );
    }
  }
}
