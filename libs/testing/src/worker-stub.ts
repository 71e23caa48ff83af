import { BUCKETS, type Chamber, type WorkerState, type WorkerVerb } from '#rotunda/contracts';
import { ControlChannel, KvBucket, type NatsClient } from '#rotunda/messaging';

/** What is seen of a worker on the bus, without a process: its entry in KV, and its answers. */
export class WorkerStub {
  /** What it was asked. */
  readonly asked: WorkerVerb[] = [];
  /** Called after it was asked to leave. */
  onLeaving: () => void = () => undefined;
  private endAnswers: () => Promise<void> = () => Promise.resolve();

  private constructor(
    private readonly client: NatsClient,
    private readonly entries: KvBucket<WorkerState>,
    private current: WorkerState,
  ) {}

  /** @param n its own number on the host `<chamber>` */
  static async start(client: NatsClient, chamber: Chamber, n: number, more: Partial<WorkerState> = {}) {
    const now = new Date().toISOString();
    const service = `${chamber}-scraper`;
    const state: WorkerState = {
      ...{ v: 1, id: `${service}-host-${n}`, name: `${service}${n === 1 ? '' : `-${n}`}@host`, chamber, pid: n },
      ...{ version: '0.0.0', started: now, seen: now, tasks: ['scrape', 'check'], active: [], processed: 0 },
      ...{ pool_size: 2, ...more },
    };
    const worker = new WorkerStub(client, await KvBucket.open<WorkerState>(client, BUCKETS.workers), state);
    await worker.write({});
    return worker;
  }

  get state(): WorkerState {
    return this.current;
  }

  /** From now on it answers; a worker of an older version does not. */
  async listen(): Promise<this> {
    this.endAnswers = new ControlChannel(this.client).answer(this.current, async (verb) => {
      this.asked.push(verb);
      if (verb === 'ping') return this.current;
      await this.write({ draining: verb });
      this.onLeaving();
      return this.current;
    });
    await this.client.connection.flush();
    return this;
  }

  /** From now on it does not answer, as if it hung. */
  mute(): Promise<void> {
    return this.endAnswers();
  }

  /** Changes its entry. */
  async write(change: Partial<WorkerState>): Promise<void> {
    this.current = { ...this.current, ...change };
    await this.entries.put(this.current.id, this.current);
  }

  async end(): Promise<void> {
    await Promise.all([this.endAnswers(), this.entries.remove(this.current.id)]);
  }
}
