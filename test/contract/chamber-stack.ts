import {
  BUCKETS,
  type Chamber,
  type ReparseCommand,
  type ReparseResult,
  type ScrapeCommand,
  type ScrapeResult,
  type TaskState,
} from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { TaskControl, TaskDispatcher, TaskStore } from '#rotunda/tasks';
import {
  createTestDatabase,
  eventually,
  onServer,
  ServiceProcess,
  startTestNats,
  type TestDatabase,
  type TestNats,
} from '#rotunda/testing';
import type { FaultPlan } from '../sites/faults.js';
import type { LoggedRequest } from '../sites/request-log.js';

/** What the stand-ins of both chambers' sites have in common. */
export interface StandIn {
  url: string;
  window: { start: string; end: string };
  /** How many PTRs it lists. */
  filings: number;
  requests: LoggedRequest[];
  faults: FaultPlan;
  stop(): Promise<void>;
}

/** A chamber's scraper and the stand-in that it is run against. */
export interface ChamberUnderTest<Site extends StandIn = StandIn> {
  chamber: Chamber;
  startSite(documents?: string): Promise<Site>;
  /** How the scraper is told of the stand-in, with no courtesy towards it. */
  environment(site: Site): Record<string, string>;
}

/** Retries and heartbeats of a test's length. */
const FAST = {
  TASK_RETRY_DELAY_MS: '300',
  TASK_HEARTBEAT_MS: '500',
  TASK_PROGRESS_MS: '50',
  SITE_RETRY_DELAY_MS: '20',
};

/** A chamber's part of the system: a real nats-server, a real Postgres, the stand-in site and built scrapers. */
export class ChamberStack {
  private readonly scrapers: ServiceProcess[] = [];
  readonly control: TaskControl;
  private readonly dispatcher: TaskDispatcher;

  private constructor(
    private readonly subject: ChamberUnderTest,
    readonly nats: TestNats,
    readonly database: TestDatabase,
    readonly site: StandIn,
    private readonly tasks: TaskStore,
  ) {
    this.control = new TaskControl(nats.client, tasks, { TASK_MAX_RETRIES: 3 });
    this.dispatcher = new TaskDispatcher(nats.client, tasks, { TASK_MAX_RETRIES: 3 });
  }

  static async start(subject: ChamberUnderTest, documents?: string): Promise<ChamberStack> {
    const [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
    const site = await subject.startSite(documents);
    const tasks = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
    return new ChamberStack(subject, nats, database, site, tasks);
  }

  async startScraper(env: Record<string, string> = {}): Promise<ServiceProcess> {
    const scraper = await ServiceProcess.start(`${this.subject.chamber}-scraper`, {
      NATS_URL: this.nats.server.url,
      DATABASE_URL: this.database.url,
      ...this.subject.environment(this.site),
      ...FAST,
      ...env,
    });
    this.scrapers.push(scraper);
    return scraper;
  }

  async submit(args: ScrapeCommand = this.everything()): Promise<string> {
    const task = { chamber: this.subject.chamber, name: 'scrape', args: { ...args } } as const;
    return (await this.dispatcher.submit(task)).id;
  }

  async submitCheck(): Promise<string> {
    return (await this.dispatcher.submit({ chamber: this.subject.chamber, name: 'check', args: {} })).id;
  }

  /** Submits a reparse and gives its result. @throws Error where it is not SUCCESS */
  async reparse(args: ReparseCommand = {}): Promise<ReparseResult> {
    const task = { chamber: this.subject.chamber, name: 'reparse', args: { ...args } } as const;
    const state = await this.ended((await this.dispatcher.submit(task)).id);
    if (state.state !== 'SUCCESS') throw new Error(`${state.state}: ${JSON.stringify(state.error)}`);
    return state.result as ReparseResult;
  }

  /** The window that holds every filing of the stand-in. */
  everything(): ScrapeCommand {
    return { start_date: this.site.window.start, end_date: this.site.window.end };
  }

  find(id: string): Promise<TaskState | null> {
    return this.tasks.find(id);
  }

  ended(id: string, timeoutMs = 120_000): Promise<TaskState> {
    const probe = async (): Promise<TaskState | null> => {
      const state = await this.find(id);
      return state?.times.finished ? state : null;
    };
    return eventually(`the end of ${id}`, probe, timeoutMs);
  }

  /** Submits a scrape and gives its result. @throws Error where it is not SUCCESS */
  async scrape(args?: ScrapeCommand): Promise<ScrapeResult> {
    const state = await this.ended(await this.submit(args));
    if (state.state !== 'SUCCESS') throw new Error(`${state.state}: ${JSON.stringify(state.error)}`);
    return state.result as ScrapeResult;
  }

  async rows<T>(sql: string): Promise<T[]> {
    return onServer(this.database.url, async (client) => (await client.query(sql)).rows as T[]);
  }

  async count(table: string): Promise<number> {
    const [row] = await this.rows<{ count: string }>(`SELECT count(*) FROM ${table}`);
    return Number(row!.count);
  }

  /** Leaves the commands to the ones that were started later. */
  async stopFirstScraper(): Promise<void> {
    await this.scrapers.shift()?.stop();
  }

  async stop(): Promise<void> {
    for (const scraper of this.scrapers) await scraper.stop();
    await this.site.stop();
    await this.nats.stop();
    await this.database.drop();
  }
}
