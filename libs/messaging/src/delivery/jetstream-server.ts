import { consumerName, parseCommandSubject, STREAMS } from '#rotunda/contracts';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer } from 'nats';
import { lastValueFrom } from 'rxjs';
import { Delivery, type Disposition, JetStreamContext } from './delivery.js';
import { isNotFound } from '../connection/jetstream-errors.js';
import type { NatsClient } from '../connection/nats-client.js';
import { ALWAYS_OPEN, type PullGate } from './pull-gate.js';
import { PullWatch } from './pull-watch.js';
import { SlotPool } from './slot-pool.js';
import { SubjectPuller } from './subject-puller.js';

export interface JetStreamServerOptions {
  /** Whose slots the messages of a subject take: one of its own, unless told otherwise. */
  slotsOf?: (subject: string) => SlotPool;
  /** Asked before each pull. */
  gate?: PullGate;
  /** Told of each pull, for readiness. */
  pulls?: PullWatch;
}

/**
 * Nest's own NATS transport is core pub/sub, where a message that nobody hears is gone. This one takes commands from
 * the durable pull consumers of TASKS: each into a free slot, asked for one by one, because `consume()` prefetches and
 * what waits in a client while its ack timer runs is delivered twice.
 *
 * A handler returns the `Disposition` of its message; nothing else in the system acks or naks.
 */
export class JetStreamServer extends Server implements CustomTransportStrategy {
  private readonly pullers: Promise<void>[] = [];
  private readonly stop = new AbortController();
  private readonly slotsOf: (subject: string) => SlotPool;
  private readonly gate: PullGate;
  private readonly pulls: PullWatch;

  constructor(
    private readonly client: NatsClient,
    { slotsOf = () => new SlotPool(1), gate = ALWAYS_OPEN, pulls = new PullWatch() }: JetStreamServerOptions = {},
  ) {
    super();
    this.slotsOf = slotsOf;
    this.gate = gate;
    this.pulls = pulls;
  }

  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      for (const subject of this.messageHandlers.keys()) {
        const puller = await this.pullerOf(subject);
        this.pullers.push(puller.run((message) => this.handle(new Delivery(message))));
      }
      callback();
    } catch (error) {
      callback(error);
    }
  }

  /** Takes no further message, and waits for those in hand. */
  async close(): Promise<void> {
    this.stop.abort(new Error('the worker stops'));
    await Promise.all(this.pullers);
  }

  on(): void {
    throw new Error('JetStreamServer has no events of its own; NatsClient logs the connection’s.');
  }

  unwrap<T = NatsClient>(): T {
    return this.client as T;
  }

  private async pullerOf(subject: string): Promise<SubjectPuller> {
    const command = parseCommandSubject(subject);
    if (!command) throw new Error(`The handler of "${subject}" is for no command subject (tasks.<chamber>.<name>).`);
    const name = consumerName(command.chamber, command.name);
    const consumer = await this.consumerNamed(name);
    const of = {
      ...{ subject, name, consumer },
      ...{ slots: this.slotsOf(subject), gate: this.gate, watch: this.pulls.slot(subject) },
    };
    return new SubjectPuller(of, this.client.jetstream, this.stop.signal, this.logger);
  }

  private async consumerNamed(name: string): Promise<Consumer> {
    try {
      return await this.client.jetstream.consumers.get(STREAMS.tasks, name);
    } catch (error) {
      if (!isNotFound(error)) throw error;
      throw new Error(`NATS lacks the consumer ${name}: run "npx rotunda setup" first.`, { cause: error });
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
        `message ${delivery.sequence} of ${delivery.subject} is left to its redelivery: ${String(error)}`,
      );
    }
  }
}
