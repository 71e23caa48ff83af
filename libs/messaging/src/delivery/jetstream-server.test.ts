import { commandSubject, STREAMS } from '#rotunda/contracts';
import { eventually, TcpProxy, startTestNats, type TestNats } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JetStreamContext } from './delivery.js';
import { JetStreamServer, type JetStreamServerOptions } from './jetstream-server.js';
import { NatsClient } from '../connection/nats-client.js';
import type { PullGate } from './pull-gate.js';
import { pullOne } from './pull.js';
import { PullWatch } from './pull-watch.js';
import { SlotPool } from './slot-pool.js';

const HOUR_MS = 60 * 60_000;
const SUBJECT = commandSubject('house', 'scrape');
const OTHER_SUBJECT = commandSubject('house', 'reparse');

let nats: TestNats;
let running: { server: JetStreamServer; client: NatsClient } | null = null;
let handled: string[] = [];

beforeAll(async () => {
  // A lost command is redelivered after the ack wait, which no test waits for.
  nats = await startTestNats({ TASK_ACK_WAIT_MS: HOUR_MS });
});
afterAll(() => nats.stop());
afterEach(async () => {
  await running?.server.close();
  await running?.client.close();
  running = null;
  handled = [];
});

async function listen(
  options: JetStreamServerOptions,
  url = nats.server.url,
  subjects: string[] = [SUBJECT],
): Promise<void> {
  const client = await NatsClient.connect(url, 'worker');
  const server = new JetStreamServer(client, options);
  for (const subject of subjects) {
    server.addHandler(subject, async (data: Uint8Array, _context: JetStreamContext) => {
      handled.push(new TextDecoder().decode(data));
      return { kind: 'ack' };
    });
  }
  await server.listen((error) => {
    if (error) throw error as Error;
  });
  running = { server, client };
}

const queued = async (): Promise<number> => (await nats.client.manager.streams.info(STREAMS.tasks)).state.messages;
const waitingPulls = async (): Promise<number> =>
  (await nats.client.manager.consumers.info(STREAMS.tasks, 'house-scrape')).num_waiting;

function complaintOf(pulls: PullWatch): string | null {
  try {
    pulls.check();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A gate that a test opens and shuts. */
class Gate implements PullGate {
  private open = true;
  private waiting: (() => void)[] = [];
  askedFor = 0;

  isOpen(): boolean {
    return this.open;
  }
  opened(_subject: string, signal: AbortSignal): Promise<void> {
    this.askedFor += 1;
    if (this.open) return Promise.resolve();
    return new Promise((resolve, reject) => {
      this.waiting.push(resolve);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  }
  set(open: boolean): void {
    this.open = open;
    if (open) this.waiting.forEach((wake) => wake());
  }
}

describe('a worker’s pulls', () => {
  it('deliver one command after the other', async () => {
    await listen({});
    await nats.client.publish(SUBJECT, 'one');
    await nats.client.publish(SUBJECT, 'two');
    await eventually('both', () => handled.length === 2);
    expect(handled).toEqual(['one', 'two']);
    await eventually('an empty queue', async () => (await queued()) === 0);
  });

  it('leave commands in the queue behind a shut gate, even one that arrived while it shut', async () => {
    const gate = new Gate();
    await listen({ gate });
    await eventually('an open pull', async () => (await waitingPulls()) > 0);
    gate.set(false);
    const { askedFor } = gate;
    await nats.client.publish(SUBJECT, 'waits');
    await eventually('the gate to be asked again', () => gate.askedFor > askedFor);
    await eventually('no open pull', async () => {
      const info = await nats.client.manager.consumers.info(STREAMS.tasks, 'house-scrape');
      return info.num_waiting === 0;
    });
    expect(handled).toEqual([]);
    expect(await queued()).toBe(1);
    gate.set(true);
    await eventually('the command', () => handled.length === 1);
    await eventually('an empty queue', async () => (await queued()) === 0);
  });

  it('end with the worker, even at a shut gate', async () => {
    const gate = new Gate();
    gate.set(false);
    await listen({ gate });
    await running!.server.close();
    expect(handled).toEqual([]);
  });

  it('don’t delay the stop of an idle worker: five stop before four pulls of another queue have expired', async () => {
    const consumer = await nats.client.jetstream.consumers.get(STREAMS.tasks, 'house-check');
    const end = new AbortController();
    let expired = 0;
    const expiring = (async () => {
      while (!end.signal.aborted) await pullOne(consumer, end.signal).then(() => (expired += 1));
    })();
    for (let stops = 0; stops < 5; stops += 1) {
      await listen({});
      await eventually('an open pull', async () => (await waitingPulls()) > 0);
      await running!.server.close();
      await running!.client.close();
    }
    expect(expired).toBeLessThan(4);
    end.abort();
    await expiring;
  });

  it('leave a command that arrives while the worker stops to the next worker, at once', async () => {
    for (let round = 0; round < 20; round += 1) {
      await listen({});
      await eventually('an open pull', async () => (await waitingPulls()) > 0);
      const { server, client } = running!;
      await Promise.all([nats.client.publish(SUBJECT, String(round)), server.close()]);
      await client.close();
    }
    await listen({});
    await eventually('an empty queue', async () => (await queued()) === 0);
    expect(handled.map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, round) => round));
  });

  it('are not expected to be answered behind a gate that shut while the server was silent', async () => {
    const proxy = new TcpProxy();
    const gate = new Gate();
    let now = 0;
    const pulls = new PullWatch(() => now);
    await listen({ pulls, gate }, await proxy.open(nats.server.url));
    await eventually('an open pull', async () => (await waitingPulls()) > 0);
    proxy.holdUp();
    now = HOUR_MS;
    await eventually('an unanswered pull', () => complaintOf(pulls));
    gate.set(false);
    await eventually('a resting slot', () => complaintOf(pulls) === null);
    now = 2 * HOUR_MS;
    expect(complaintOf(pulls)).toBeNull();
    proxy.letGo();
    await running!.server.close();
    await running!.client.close();
    await proxy.cut();
  });

  it('are not expected to be answered by a worker that takes no more', async () => {
    let now = 0;
    const pulls = new PullWatch(() => now);
    await listen({ pulls });
    await eventually('an open pull', async () => (await waitingPulls()) > 0);
    await running!.server.close();
    now = HOUR_MS;
    expect(complaintOf(pulls)).toBeNull();
  });

  it('are reported while the server does not answer them, and continue once it does', async () => {
    const proxy = new TcpProxy();
    // A clock that runs five times as fast: an answered pull takes one real second, the limit for silence is three.
    const pulls = new PullWatch(() => 5 * performance.now());
    // Another subject wants the slot too: waiting for a turn does not count as an answer.
    const slots = new SlotPool(1);
    await listen({ pulls, slotsOf: () => slots }, await proxy.open(nats.server.url), [SUBJECT, OTHER_SUBJECT]);
    await eventually('an open pull', async () => (await waitingPulls()) > 0);
    proxy.holdUp();
    expect(await eventually('a complaint', () => complaintOf(pulls))).toContain(
      'NATS has not answered pulls for tasks.house.',
    );
    proxy.letGo();
    // A command published earlier would go to a pull that the client has given up, and wait there for the ack wait.
    await eventually('an answered pull', () => complaintOf(pulls) === null);
    await nats.client.publish(SUBJECT, 'after the silence');
    await eventually('the command', () => handled.length === 1);
    await running!.server.close();
    await running!.client.close();
    await proxy.cut();
  });
});
