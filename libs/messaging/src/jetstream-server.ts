import { setTimeout as delay } from 'node:timers/promises';
import { consumerName, parseCommandSubject, STREAMS } from '#rotunda/contracts';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import type { Consumer, JsMsg } from 'nats';
import { lastValueFrom } from 'rxjs';
import { Delivery, type Disposition, JetStreamContext } from './delivery.js';
import { isNotFound } from './jetstream-errors.js';
import type { NatsClient } from './nats-client.js';
import { pullOne } from './pull.js';
import { ALWAYS_OPEN, type PullGate } from './pull-gate.js';
import { type PullSlot, PullWatch } from './pull-watch.js';

const RETRY_PULL_MS = 1_000;
/** A gate may ask somebody before it lets one through; one that takes longer is shut. */
const SHUT_AFTER_MS = 1_000;

export interface JetStreamServerOptions {
  /** How many messages of a subject this process takes at a time: one, unless told otherwise. */
  slotsOf?: (subject: string) => number;
  /** Asked before each pull. */
  gate?: PullGate;
  /** Told of each pull, for readiness. */
  pulls?: PullWatch;
}

/**
 * Nest's own NATS transport is core pub/sub, where a message that nobody hears is gone. This one takes commands from
 * the durable pull consumers of TASKS: one message at a time for each slot, asked for one by one, because `consume()`
 * prefetches and what waits in a client while its ack timer runs is delivered twice.
 *
 * A handler returns the `Disposition` of its message; nothing else in the system acks or naks.
 */
export class JetStreamServer extends Server implements CustomTransportStrategy {
  private readonly slots: Promise<void>[] = [];
  private readonly stop = new AbortController();
  private readonly slotsOf: (subject: string) => number;
  private readonly gate: PullGate;
  private readonly pulls: PullWatch;

  constructor(
    private readonly client: NatsClient,
    { slotsOf = () => 1, gate = ALWAYS_OPEN, pulls = new PullWatch() }: JetStreamServerOptions = {},
  ) {
    super();
    this.slotsOf = slotsOf;
    this.gate = gate;
    this.pulls = pulls;
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
    this.stop.abort(new Error('the worker stops'));
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

  private get stopping(): boolean {
    return this.stop.signal.aborted;
  }

  private async work(subject: string, consumer: Consumer): Promise<void> {
    const slot = this.pulls.slot(subject);
    while (await this.mayPull(subject, slot)) {
      const message = await this.pull(subject, consumer, slot);
      if (!message) continue;
      slot.resting();
      // Shut, or stopped, while the pull was under way: back into the queue, as if it had never come.
      if (this.gate.isOpen(subject) && !this.stopping) await this.handle(new Delivery(message));
      else message.nak();
    }
  }

  /** Waits at the gate; false once this process stops. */
  private async mayPull(subject: string, slot: PullSlot): Promise<boolean> {
    while (!this.stopping) {
      try {
        await this.opened(subject, slot);
        return !this.stopping;
      } catch (error) {
        if (!this.stopping) await this.waitAfter(subject, error);
      }
    }
    return false;
  }

  /** A pull before it may have had no answer: what is then waited for is the gate, and no longer the server. */
  private async opened(subject: string, slot: PullSlot): Promise<void> {
    const rest = setTimeout(() => slot.resting(), SHUT_AFTER_MS);
    try {
      await this.gate.opened(subject, this.stop.signal);
    } finally {
      clearTimeout(rest);
    }
  }

  private async pull(subject: string, consumer: Consumer, slot: PullSlot): Promise<JsMsg | null> {
    slot.asking();
    try {
      const { message, answered } = await pullOne(consumer, this.stop.signal);
      if (answered) slot.answered();
      return message;
    } catch (error) {
      if (!this.stopping) await this.waitAfter(subject, error);
      return null;
    }
  }

  private async waitAfter(subject: string, error: unknown): Promise<void> {
    this.logger.warn(`no commands can be taken from ${subject}: ${String(error)}; trying again`);
    await delay(RETRY_PULL_MS, undefined, { signal: this.stop.signal }).catch(() => undefined);
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
