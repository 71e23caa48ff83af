import { type Chamber, commandLanesOf, STREAMS } from '#rotunda/contracts';
import { orLate } from '#rotunda/runtime';
import { Injectable } from '@nestjs/common';
import type { NatsClient } from './connection/nats-client.js';
import type { PullWatch } from './delivery/pull-watch.js';
import { PROBE_SUBJECT } from './topology-names.js';

const ANSWER_TIMEOUT_MS = 2_000;

/** Larger than the rest of a page on a full disk, in which small messages still fit. */
const PROBE = 'x'.repeat(8 * 1024);

/** Readiness: JetStream answers, its disk is not full, and it stores messages. */
@Injectable()
export class NatsHealth {
  readonly name = 'nats';

  constructor(private readonly client: NatsClient) {}

  /** Null while there is no connection. */
  get serverVersion(): string | null {
    return this.client.serverVersion;
  }

  async check(): Promise<void> {
    const full = this.client.diskComplaint;
    if (full !== null) throw new Error(full);
    await answered(() => this.client.manager.streams.info(STREAMS.tasks), 'NATS JetStream does not answer');
    // A probe is written only after a publish failed: each service checks every few seconds.
    if (!this.client.isUnconfirmed) return;
    await answered(
      () => this.client.publish(PROBE_SUBJECT, PROBE),
      'NATS JetStream answers but stores nothing; is the disk of its store full? See its log',
    );
  }
}

/** Readiness: the consumers of a chamber's commands exist and answer this process's pulls. */
@Injectable()
export class ConsumerHealth {
  readonly name = 'consumer';

  constructor(
    private readonly client: NatsClient,
    private readonly chamber: Chamber,
    private readonly pulls: PullWatch,
  ) {}

  async check(): Promise<void> {
    this.pulls.check();
    for (const { consumer } of commandLanesOf(this.chamber)) {
      const ask = () => this.client.manager.consumers.info(STREAMS.tasks, consumer);
      await answered(ask, `the consumer ${consumer} can't be checked`);
    }
  }
}

/** A request over a lost connection would wait for its timeout, longer than a health check waits. */
async function answered(ask: () => Promise<unknown>, complaint: string): Promise<void> {
  try {
    await orLate(ask(), ANSWER_TIMEOUT_MS, tooLate);
  } catch (error) {
    throw new Error(`${complaint}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function tooLate(): never {
  throw new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`);
}
