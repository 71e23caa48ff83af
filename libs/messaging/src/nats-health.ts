import { type Chamber, consumerName, kindsOf, logSubject, STREAMS } from '#rotunda/contracts';
import { Injectable } from '@nestjs/common';
import type { NatsClient } from './connection/nats-client.js';
import type { PullWatch } from './delivery/pull-watch.js';

const ANSWER_TIMEOUT_MS = 2_000;

/** The log of no task; its stream keeps little of it, and not for long. */
const PROBE_SUBJECT = logSubject('readiness-probe');
/** More than what is left of a page of a full disk, into which small messages still go. */
const PROBE = 'x'.repeat(8 * 1024);

/** JetStream answers, has a disk to write on, and stores what is published. */
@Injectable()
export class NatsHealth {
  readonly name = 'nats';

  constructor(private readonly client: NatsClient) {}

  async check(): Promise<void> {
    const full = this.client.diskComplaint;
    if (full !== null) throw new Error(full);
    await answered(() => this.client.manager.streams.info(STREAMS.tasks), 'NATS JetStream does not answer');
    // Where nothing is amiss no probe is written: each service asks every few seconds.
    if (!this.client.isUnconfirmed) return;
    await answered(
      () => this.client.publish(PROBE_SUBJECT, PROBE),
      'NATS JetStream answers and stores nothing; is the disk of its store full? Its log says so',
    );
  }
}

/** The consumers of a chamber's commands are there, and answer this process when it asks for commands. */
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
    for (const name of kindsOf(this.chamber)) {
      const consumer = consumerName(this.chamber, name);
      const ask = () => this.client.manager.consumers.info(STREAMS.tasks, consumer);
      await answered(ask, `the consumer ${consumer} can't be asked`);
    }
  }
}

/** A request over a lost connection waits for its time-out, longer than who asks for health does. */
async function answered(ask: () => Promise<unknown>, complaint: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${ANSWER_TIMEOUT_MS} ms`)), ANSWER_TIMEOUT_MS);
  });
  try {
    await Promise.race([ask(), late]);
  } catch (error) {
    throw new Error(`${complaint}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}
