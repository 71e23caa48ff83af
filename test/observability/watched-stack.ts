import { join } from 'node:path';
import { BUCKETS, type Chamber, STREAMS } from '#rotunda/contracts';
import { freePort } from '#rotunda/embedded';
import { NatsClient } from '#rotunda/messaging';
import { eventually, natsServerCommand, onServer, testFolder } from '#rotunda/testing';
import { type HouseSite, startHouseSite } from '../../apps/stand-ins/src/house/house-site.js';
import { type SenateSite, startSenateSite } from '../../apps/stand-ins/src/senate/senate-site.js';
import { endServers, NatsUnderTest, PostgresUnderTest, setUpServers } from '../failure/stand/servers-under-test.js';
import { ServiceUnderTest } from '../failure/stand/service-under-test.js';
import { Prometheus } from './prometheus.js';
import { inTestTime, shippedRules } from './scaled-rules.js';

const BURDEN = { NODE_OPTIONS: `--import ${new URL('burden.mjs', import.meta.url).href}` };
const QUEUE_BYTES = 64 * 1024 * 1024;

const SERVICES = ['gateway', 'scheduler', 'house-scraper', 'senate-scraper'] as const;
type Service = (typeof SERVICES)[number];

const FAST = {
  TASK_MAX_RETRIES: '1',
  TASK_RETRY_DELAY_MS: '300',
  TASK_HEARTBEAT_MS: '500',
  SITE_TRIES: '1',
  HOUSE_REQUEST_INTERVAL_MS: '0',
  SENATE_REQUEST_INTERVAL_MS: '0',
};

/** All of Rotunda as processes, and a Prometheus that watches them with the shipped alert rules in test time. */
export class WatchedStack {
  prometheus!: Prometheus;
  private client!: NatsClient;
  private readonly services = new Map<Service, ServiceUnderTest>();

  private constructor(
    readonly folder: string,
    readonly nats: NatsUnderTest,
    readonly postgres: PostgresUnderTest,
    readonly house: HouseSite,
    readonly senate: SenateSite,
  ) {}

  static async start(): Promise<WatchedStack> {
    const folder = await testFolder();
    const nats = new NatsUnderTest(join(folder, 'nats'), natsServerCommand());
    const postgres = new PostgresUnderTest(join(folder, 'postgres'));
    const [house, senate] = await Promise.all([startHouseSite(), startSenateSite(), nats.start(), postgres.start()]);
    const stack = new WatchedStack(folder, nats, postgres, house, senate);
    try {
      await stack.setUp();
      await stack.startServices();
    } catch (error) {
      await stack.stop();
      throw error;
    }
    return stack;
  }

  service(name: Service): ServiceUnderTest {
    return this.services.get(name)!;
  }

  signal(name: Service, signal: NodeJS.Signals): void {
    process.kill(this.service(name).pid!, signal);
  }

  /** @throws Error with the answer, if it is none of success */
  async api<T>(path: string, method = 'POST', body?: object): Promise<T> {
    const answer = await fetch(`${this.service('gateway').url}/api/v1/${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Submits a scrape of the stand-in's last months. Returns its id. */
  async submit(chamber: Chamber, from = '2026-03-01'): Promise<string> {
    const window = { start_date: from, end_date: this[chamber].window.end };
    return (await this.api<{ task_id: string }>(`tasks/scrape/${chamber}`, 'POST', window)).task_id;
  }

  async succeeds(id: string): Promise<void> {
    await eventually(`the success of ${id}`, async () => {
      const { status } = await this.api<{ status: string }>(`tasks/status/${id}`, 'GET');
      if (status === 'FAILURE') throw new Error(`${id} failed`);
      return status === 'SUCCESS';
    });
  }

  async sql(statement: string): Promise<void> {
    await onServer(this.postgres.url, (client) => client.query(statement));
  }

  /** Writes an entry as somebody may by hand. */
  async putSchedule(name: string, entry: string): Promise<void> {
    await this.client.publish(`$KV.${BUCKETS.schedules}.${name}`, entry);
  }

  /** A full queue refuses each command. */
  async makeQueueFull(isFull: boolean): Promise<void> {
    await this.client.manager.streams.update(STREAMS.tasks, { max_bytes: isFull ? 1 : QUEUE_BYTES });
  }

  async stop(): Promise<void> {
    await this.prometheus?.stop();
    await Promise.all([...this.services.values()].map((service) => service.remove()));
    await this.client?.close();
    await Promise.all([this.house.stop(), this.senate.stop()]);
    await endServers(this);
  }

  private async setUp(): Promise<void> {
    await setUpServers(this, { TASKS_MAX_BYTES: String(QUEUE_BYTES) });
    this.client = await NatsClient.connect(this.nats.url, 'alerts-test');
  }

  private async startServices(): Promise<void> {
    const { url, mediaUrl } = this.senate;
    const senate = { SENATE_BASE_URL: url, SENATE_MEDIA_URL: mediaUrl, SENATE_FETCH: 'http' };
    const own: Record<Service, Record<string, string>> = {
      gateway: {},
      scheduler: BURDEN,
      'house-scraper': { HOUSE_BASE_URL: this.house.url },
      'senate-scraper': { ...senate, ROTUNDA_ACCEPT_TERMS: 'true', ...BURDEN },
    };
    for (const app of SERVICES) {
      // A port that stays: to Prometheus a restarted service is the same one.
      const env = { ...FAST, ...own[app], HTTP_PORT: String(await freePort()) };
      const { nats, postgres } = this;
      this.services.set(app, await ServiceUnderTest.create({ app, name: app, nats, postgres, env }));
    }
    await Promise.all([...this.services.values()].map((service) => service.start()));
    const targets = [...this.services].map(([app, service]) => ({
      job: `rotunda-${app}`,
      address: new URL(service.url).host,
      // Its event loop will be kept busy.
      isSlow: app === 'senate-scraper',
    }));
    this.prometheus = await Prometheus.start(targets, inTestTime(await shippedRules()));
  }
}
