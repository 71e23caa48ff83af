import { parseLaneSubject, STREAMS } from '#rotunda/contracts';
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
  /** The slots that a subject's messages use; default: one slot per subject. */
  slotsOf?: (subject: string) => SlotPool;
  /** Checked before each pull. */
  gate?: PullGate;
  /** Records each pull, for readiness. */
  pulls?: PullWatch;
}

/**
 * Nest's own NATS transport is core pub/sub, where a message without a subscriber is lost. This one takes commands from
 * the durable pull consumers of TASKS, one for each free slot. It does not use `consume()`, which prefetches: the ack
 * wait of a message that waits in the client runs out, and it is delivered twice.
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

  /** Takes no further messages, and waits for those in progress. */
  async close(): Promise<void> {
    this.stop.abort(new Error('the worker stops'));
    await Promise.all(this.pullers);
  }

  on(): void {
    throw new Error('JetStreamServer emits no events; NatsClient logs those of the connection.');
  }

  unwrap<T = NatsClient>(): T {
    return this.client as T;
  }

  private async pullerOf(subject: string): Promise<SubjectPuller> {
    const lane = parseLaneSubject(subject);
    if (!lane) throw new Error(`"${subject}" has a handler but is not a command subject (tasks.<chamber>.<name>).`);
    const name = lane.consumer;
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
      throw new Error(`NATS has no consumer ${name}: run "npx rotunda setup" first.`, { cause: error });
    }
  }

  private async handle(delivery: Delivery): Promise<void> {
    try {
      const handler = this.getHandlerByPattern(delivery.subject);
      if (!handler) throw new Error(`${delivery.subject} has no handler`);
      const context = new JetStreamContext([delivery]);
      const answer = this.transformToObservable(await handler(delivery.data, context));
      await delivery.settle(await lastValueFrom<Disposition>(answer));
    } catch (error) {
      // Neither ack nor nak: the server redelivers it after the ack wait, perhaps to a worker that can handle it.
      this.logger.error(
        `message ${delivery.sequence} of ${delivery.subject} failed and will be redelivered: ${messageOf(error)}`,
      );
    }
  }
}

/** Nest's filter makes an object with a message of an error that a handler throws. */
const messageOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
