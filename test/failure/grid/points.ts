import { STREAMS } from '#rotunda/contracts';
import { eventually } from '#rotunda/testing';
import type { Commands } from '../stand/commands.js';
import { Gate } from '../stand/database-gates.js';
import type { System } from '../stand/system.js';
import type { Ticks } from '../stand/ticks.js';
import { HANGS_AFTER_MS } from '../stand/timing.js';

export const POINTS = ['submit', 'claim', 'mid-scrape', 'before commit', 'after commit, before ack', 'tick'] as const;
export type Point = (typeof POINTS)[number];

/** Work that is held at a point. */
export interface Held {
  point: Point;
  /** Whether it is still held. */
  stands: () => Promise<boolean>;
  /** Tasks that must end. */
  tasks: () => Promise<string[]>;
  /** Releases it; does not wait for the system, which may be down. */
  release: () => void;
}

/** Brings one piece of work to each point, and holds it there. */
export class Points {
  private readonly opened: Promise<void>[] = [];

  constructor(
    private readonly system: System,
    private readonly commands: Commands,
    private readonly ticks: Ticks,
  ) {}

  /**
   * In an order in which none blocks another. A scrape held before its commit holds the lock that all stores of its
   * chamber need; and it takes the unfinished filings of others, the oldest first, so its day must be the older one.
   */
  async reachAll(): Promise<Held[]> {
    const older = this.system.house.nextDay();
    return [
      await this.afterCommit(),
      await this.midScrape(),
      await this.beforeCommit(older),
      await this.claimed(),
      await this.submitting(),
      await this.ticking(),
    ];
  }

  /** Every filing is committed, but neither KV nor the queue knows. */
  async afterCommit(): Promise<Held> {
    const day = this.system.house.nextDay();
    return this.atGate('after commit, before ack', await this.gate('scraped_windows', day.date), day);
  }

  /** One filing is stored, and the worker has the second one's document. */
  async midScrape(): Promise<Held> {
    const day = this.system.house.nextDay();
    return this.atGate('mid-scrape', await this.gate('raw_documents', day.docIds[1]!), day);
  }

  /** All of a filing's transaction is written, but COMMIT is not sent. */
  async beforeCommit(day = this.system.house.nextDay()): Promise<Held> {
    return this.atGate('before commit', await this.gate('outbox', day.docIds[0]!), day);
  }

  /** The worker has claimed the task and has nothing yet: the site has not answered its first request. */
  async claimed(): Promise<Held> {
    const day = this.system.house.nextDay();
    const hold = this.system.house.hold(`/public_disc/financial-pdfs/${day.date.slice(0, 4)}FD.zip`);
    const id = await this.commands.publish(day);
    await hold.met;
    const stands = async (): Promise<boolean> => {
      const state = await this.system.tasks.find(id);
      return state?.state === 'STARTED' && state.progress.done === 0;
    };
    return { point: 'claim', stands, tasks: async () => [id], release: hold.release };
  }

  /** The stream has the command, but the gateway does not know it yet. */
  async submitting(): Promise<Held> {
    const { client, gateway } = this.system;
    const { toNats } = gateway!;
    const { last } = await client.storedRange(STREAMS.tasks);
    const sent = toNats.holdAt(/PUB tasks\.house\.scrape/, 'answers');
    let isAnswered = false;
    const posted = this.commands.post(this.system.house.nextDay()).finally(() => (isAnswered = true));
    posted.catch(() => undefined);
    await sent;
    const isStored = async (): Promise<boolean> => (await client.storedRange(STREAMS.tasks)).last > last;
    await eventually('the stream to have the command', isStored, HANGS_AFTER_MS);
    const stands = async (): Promise<boolean> => toNats.isHolding && !isAnswered;
    return { point: 'submit', stands, tasks: async () => [await posted], release: () => toNats.letGo() };
  }

  /** The tick's commands are published, but the tick is not stored yet. */
  async ticking(): Promise<Held> {
    const { toNats } = this.system.schedulers[0]!;
    const reached = toNats.holdAt(/PUB \$KV\.schedules\.daily/, 'message');
    const tick = await this.ticks.arm('daily');
    await reached;
    const stands = async (): Promise<boolean> => toNats.isHolding && !(await this.ticks.isNoted('daily', tick));
    return { point: 'tick', stands, tasks: async () => tick.ids, release: () => toNats.letGo() };
  }

  /** Waits until every gate is open. */
  async settled(): Promise<void> {
    await Promise.all(this.opened.splice(0));
  }

  /** Nothing may be running when work is brought to its points: it would be held there too. */
  async queueIsEmpty(): Promise<void> {
    await eventually(
      'an empty queue',
      async () => {
        const info = await this.system.client.manager.streams.info(STREAMS.tasks).catch(() => null);
        return info?.state.messages === 0;
      },
      HANGS_AFTER_MS,
    );
  }

  private gate(...args: [place: 'raw_documents' | 'outbox' | 'scraped_windows', key: string]): Promise<Gate> {
    return Gate.close(this.system.postgres.url, ...args);
  }

  private async atGate(point: Point, gate: Gate, day: { date: string; docIds: string[] }): Promise<Held> {
    const id = await this.commands.publish(day);
    await gate.met();
    const release = (): void => void this.opened.push(gate.open());
    return { point, stands: () => gate.isWaitedAt(), tasks: async () => [id], release };
  }
}
