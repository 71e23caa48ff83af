import { join } from 'node:path';
import { BUCKETS, type ScheduleState, type TaskState, type WorkerState } from '#rotunda/contracts';
import { bucketStream, KvBucket, NatsClient } from '#rotunda/messaging';
import { TaskStore } from '#rotunda/tasks';
import { eventually, natsServerCommand, testFolder } from '#rotunda/testing';
import { startSenateSite, type SenateSite } from '../../../apps/stand-ins/src/senate/senate-site.js';
import { keepHistories } from './keep-histories.js';
import { installGates } from './database-gates.js';
import { EndlessSite } from './endless-site.js';
import { endServers, NatsUnderTest, PostgresUnderTest, setUpServers } from './servers-under-test.js';
import { ServiceUnderTest } from './service-under-test.js';
import { ACK_WAIT_MS, FAST, HANGS_AFTER_MS } from './timing.js';

const WITHOUT_FENCE = new URL('../without-fence.mjs', import.meta.url).href;

export interface SystemOptions {
  houseScrapers: number;
  /** Cases that don't need them run without gateway, schedulers or Senate. */
  schedulers?: number;
  gateway?: boolean;
  senate?: boolean;
  /** `fence`: scrapers without the fence, to prove that the checker notices. */
  broken?: 'fence' | undefined;
  natsServer?: string | undefined;
  /** WORKER_CONCURRENCY of the scrapers. */
  slots?: number | undefined;
  /** SCRAPE_LONG_WINDOW_DAYS of the scrapers; the gateway keeps the default, as a publisher that knows one lane. */
  longAfterDays?: number;
}

/** All of Rotunda as processes that can be struck one by one, against a site with enough filings. */
export class System {
  readonly workerIds = new Map<string, string>();
  client!: NatsClient;
  tasks!: TaskStore;
  schedules!: KvBucket<ScheduleState>;
  gateway: ServiceUnderTest | null = null;
  schedulers: ServiceUnderTest[] = [];
  houseScrapers: ServiceUnderTest[] = [];
  senateScraper: ServiceUnderTest | null = null;

  private constructor(
    readonly folder: string,
    readonly nats: NatsUnderTest,
    readonly postgres: PostgresUnderTest,
    readonly house: EndlessSite,
    readonly senate: SenateSite,
    private readonly options: SystemOptions,
  ) {}

  static async start(options: SystemOptions): Promise<System> {
    const folder = await testFolder();
    const nats = new NatsUnderTest(join(folder, 'nats'), options.natsServer ?? natsServerCommand());
    const postgres = new PostgresUnderTest(join(folder, 'postgres'));
    const [house, senate] = await Promise.all([EndlessSite.start(), startSenateSite(), nats.start(), postgres.start()]);
    const system = new System(folder, nats, postgres, house, senate, options);
    try {
      await system.setUp();
      await system.startServices();
    } catch (error) {
      await system.stop();
      throw error;
    }
    return system;
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  get services(): ServiceUnderTest[] {
    const singles = [this.gateway, this.senateScraper].filter((service) => service !== null);
    return [...singles, ...this.schedulers, ...this.houseScrapers];
  }

  logs(): [label: string, log: string][] {
    return this.services.flatMap((service) => service.logs);
  }

  /** The House scraper with this worker id; null where that process is gone. */
  scraperOf(workerId: string): ServiceUnderTest | null {
    return this.houseScrapers.find(({ label }) => this.workerIds.get(label) === workerId) ?? null;
  }

  /** Learns the ids of the running workers from their entries in KV. */
  async meetWorkers(): Promise<void> {
    for (const scraper of this.houseScrapers) {
      await eventually(`the entry of ${scraper.name}`, () => this.hasMet(scraper), HANGS_AFTER_MS);
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.services.map((service) => service.remove()));
    await this.client?.close();
    await Promise.all([this.house.stop(), this.senate.stop()]);
    await endServers(this);
  }

  private async setUp(): Promise<void> {
    await setUpServers(this, { TASK_ACK_WAIT_MS: String(ACK_WAIT_MS) });
    this.client = await NatsClient.connect(this.nats.url, 'failure-test');
    await keepHistories(this.client);
    this.tasks = new TaskStore(await KvBucket.open<TaskState>(this.client, BUCKETS.tasks));
    this.schedules = await KvBucket.open<ScheduleState>(this.client, BUCKETS.schedules);
    await installGates(this.postgres.url);
  }

  private async startServices(): Promise<void> {
    const { houseScrapers, schedulers = 0, gateway = false, senate = false } = this.options;
    // All of the Senate's days together are a group of four.
    if (gateway) this.gateway = await this.create('gateway', 'gateway', { SCRAPE_MAX_WINDOW_DAYS: '1500' });
    if (senate) this.senateScraper = await this.create('senate-scraper', 'senate', this.senateEnv());
    for (let n = 1; n <= schedulers; n++) this.schedulers.push(await this.create('scheduler', `scheduler${n}`));
    for (let n = 1; n <= houseScrapers; n++) {
      this.houseScrapers.push(await this.create('house-scraper', `house${n}`, this.houseEnv()));
    }
    await Promise.all(this.services.map((service) => service.start()));
    await this.meetWorkers();
  }

  private create(app: string, name: string, env: Record<string, string> = {}): Promise<ServiceUnderTest> {
    const { nats, postgres } = this;
    return ServiceUnderTest.create({ app, name, nats, postgres, env: { ...FAST, ...env } });
  }

  private houseEnv(): Record<string, string> {
    const loader = this.options.broken === 'fence' ? { NODE_OPTIONS: `--import ${WITHOUT_FENCE}` } : {};
    const { longAfterDays: days } = this.options;
    const lanes = days === undefined ? {} : { SCRAPE_LONG_WINDOW_DAYS: String(days) };
    return { HOUSE_BASE_URL: this.house.url, ...this.slots(), ...lanes, ...loader };
  }

  private senateEnv(): Record<string, string> {
    const { url, mediaUrl } = this.senate;
    const terms = { SENATE_FETCH: 'http', ROTUNDA_ACCEPT_TERMS: 'true' };
    return { SENATE_BASE_URL: url, SENATE_MEDIA_URL: mediaUrl, ...terms, ...this.slots() };
  }

  private slots(): Record<string, string> {
    const { slots } = this.options;
    return slots === undefined ? {} : { WORKER_CONCURRENCY: String(slots) };
  }

  /** The process may die meanwhile, and be followed by another one. */
  private async hasMet({ label, pid }: ServiceUnderTest): Promise<boolean> {
    if (this.workerIds.has(label)) return true;
    const id = await this.workerIdOf(pid);
    if (id) this.workerIds.set(label, id);
    return id !== null;
  }

  private async workerIdOf(pid: number | undefined): Promise<string | null> {
    const bucket = await KvBucket.open<WorkerState>(this.client, BUCKETS.workers);
    const { state } = await this.client.manager.streams.info(bucketStream(BUCKETS.workers), { subjects_filter: '>' });
    for (const subject of Object.keys(state.subjects ?? {})) {
      const key = subject.split('.').at(-1)!;
      if ((await bucket.get(key))?.value.pid === pid) return key;
    }
    return null;
  }
}
