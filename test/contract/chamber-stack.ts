import {
  BUCKETS,
  type Chamber,
  type ReparseCommand,
  type ReparseResult,
  type ScrapeCommand,
  type ScrapeResult,
  type SiteState,
  STREAMS,
  type TaskState,
} from '#rotunda/contracts';
import { KvBucket } from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import { SiteControl, SiteStore, TaskControl, TaskDispatcher, TaskStore } from '#rotunda/tasks';
import {
  createTestDatabase,
  databaseRoles,
  emptyTestDatabase,
  eventually,
  onServer,
  ServiceProcess,
  startTestNats,
  TEST_ACK_WAIT_MS,
  type TestDatabase,
  type TestNats,
} from '#rotunda/testing';
import { nanos } from 'nats';
import type { FaultPlan } from '../../apps/stand-ins/src/faults.js';
import type { LoggedRequest } from '../../apps/stand-ins/src/request-log.js';

/** As services dispatch: a long window goes to the long lane at once. */
const DISPATCHING = { TASK_MAX_RETRIES: 3, SCRAPE_LONG_WINDOW_DAYS: 31 };

/** The common interface of both chambers' stand-ins. */
export interface StandIn {
  url: string;
  window: { start: string; end: string };
  /** Number of listed PTRs. */
  filings: number;
  requests: LoggedRequest[];
  faults: FaultPlan;
  stop(): Promise<void>;
}

/** A chamber's scraper and the stand-in that it runs against. */
export interface ChamberUnderTest<Site extends StandIn = StandIn> {
  chamber: Chamber;
  startSite(documents?: string): Promise<Site>;
  /** Settings that point the scraper to the stand-in, without a courtesy interval. */
  environment(site: Site): Record<string, string>;
}

/** Long, so that a slow worker is not taken for dead. After a kill, `takenOver` shortens the wait. */
const ACK_WAIT_MS = 10_000;

/** Short retries and heartbeats, but a long time limit for requests that a test delays. */
const FAST = {
  TASK_RETRY_DELAY_MS: '300',
  TASK_HEARTBEAT_MS: '500',
  TASK_PROGRESS_MS: '50',
  SITE_RETRY_DELAY_MS: '20',
  SITE_TIMEOUT_MS: '600000',
};

/**
 * A chamber's part of the system: a real nats-server, a real Postgres, the stand-in site and built scrapers. One for
 * each test file; `reset()` restores it for the next test.
 */
export class ChamberStack {
  /** Runs on from test to test, unless a test needs another one. */
  private usual: ServiceProcess | undefined;
  private readonly others: ServiceProcess[] = [];
  private readonly submitted: string[] = [];
  readonly control: TaskControl;
  private readonly dispatcher: TaskDispatcher;

  private constructor(
    private readonly subject: ChamberUnderTest,
    private readonly usualEnv: Record<string, string>,
    readonly nats: TestNats,
    readonly database: TestDatabase,
    /** The URLs of the database's roles. */
    readonly roles: Awaited<ReturnType<typeof databaseRoles>>,
    readonly site: StandIn,
    private readonly tasks: TaskStore,
    private readonly sites: SiteControl,
  ) {
    this.control = new TaskControl(nats.queue, tasks, { TASK_MAX_RETRIES: 3 }, systemClock);
    this.dispatcher = new TaskDispatcher(nats.queue, tasks, DISPATCHING, systemClock);
  }

  /** @param env of the usual scraper, and defaults for the others */
  static async start(
    subject: ChamberUnderTest,
    { documents, env = {} }: { documents?: string; env?: Record<string, string> } = {},
  ): Promise<ChamberStack> {
    const [nats, database] = await Promise.all([
      startTestNats({ TASK_ACK_WAIT_MS: ACK_WAIT_MS }),
      createTestDatabase(),
    ]);
    const site = await subject.startSite(documents);
    const tasks = new TaskStore(await KvBucket.open<TaskState>(nats.client, BUCKETS.tasks));
    const sites = new SiteStore(await KvBucket.open<SiteState>(nats.client, BUCKETS.sites));
    const roles = await databaseRoles(database.url);
    return new ChamberStack(subject, env, nats, database, roles, site, tasks, new SiteControl(sites, systemClock));
  }

  /** Starts a scraper for this test alone, with its own settings, and stops the usual one. */
  async startScraper(env: Record<string, string> = {}): Promise<ServiceProcess> {
    await this.stopUsualScraper();
    const scraper = await this.launch(env);
    this.others.push(scraper);
    return scraper;
  }

  /** The usual scraper, which may be running since an earlier test. */
  async useScraper(): Promise<ServiceProcess> {
    return (this.usual ??= await this.launch({}));
  }

  private launch(env: Record<string, string>): Promise<ServiceProcess> {
    const scraper = `${this.subject.chamber}-scraper`;
    return ServiceProcess.start(scraper, {
      NATS_URL: this.nats.server.url,
      ...this.nats.users.environment(scraper),
      DATABASE_URL: this.roles.write,
      ...this.subject.environment(this.site),
      ...FAST,
      ...this.usualEnv,
      ...env,
    });
  }

  /** Restores the initial state except for the usual scraper: no task, no row, a site without faults. */
  async reset(): Promise<void> {
    this.site.faults = { faults: [] };
    await this.sites.resume(this.subject.chamber);
    await this.endAll();
    for (const stream of Object.values(STREAMS)) await this.nats.client.manager.streams.purge(stream);
    await emptyTestDatabase(this.database.url);
    this.site.requests.length = 0;
  }

  /** Cancels what a test left unfinished: the usual scraper may be working on it. */
  private async endAll(): Promise<void> {
    const cancelled: string[] = [];
    for (const id of this.submitted.splice(0)) {
      if ((await this.control.cancel(id)) !== 'already ended') cancelled.push(id);
    }
    await this.stopOthers();
    if (this.usual) for (const id of cancelled) await this.ended(id);
  }

  private async stopOthers(): Promise<void> {
    await Promise.all(this.others.splice(0).map((scraper) => scraper.stop()));
  }

  async submit(args: ScrapeCommand = this.everything()): Promise<string> {
    const task = { chamber: this.subject.chamber, name: 'scrape', args: { ...args } } as const;
    return this.give(task);
  }

  submitCheck(): Promise<string> {
    return this.give({ chamber: this.subject.chamber, name: 'check', args: {} });
  }

  private async give(task: Parameters<TaskDispatcher['submit']>[0]): Promise<string> {
    const { id } = await this.dispatcher.submit(task);
    this.submitted.push(id);
    return id;
  }

  /** Submits a reparse and returns its result. @throws Error where it is not SUCCESS */
  async reparse(args: ReparseCommand = {}): Promise<ReparseResult> {
    const task = { chamber: this.subject.chamber, name: 'reparse', args: { ...args } } as const;
    const state = await this.ended(await this.give(task));
    if (state.state !== 'SUCCESS') throw new Error(`${state.state}: ${JSON.stringify(state.error)}`);
    return state.result as ReparseResult;
  }

  /** The window that contains every filing of the stand-in. */
  everything(): ScrapeCommand {
    return { start_date: this.site.window.start, end_date: this.site.window.end };
  }

  /** Its last months, including some paper filings, where it does not matter which filings they are. */
  recent(): ScrapeCommand {
    return { start_date: '2025-10-01', end_date: this.site.window.end };
  }

  find(id: string): Promise<TaskState | null> {
    return this.tasks.find(id);
  }

  ended(id: string): Promise<TaskState> {
    const probe = async (): Promise<TaskState | null> => {
      const state = await this.find(id);
      return state?.times.finished ? state : null;
    };
    return eventually(`the end of ${id}`, probe);
  }

  /** Submits a scrape and returns its result. @throws Error where it is not SUCCESS */
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

  /**
   * Call it after killing a worker: its tasks are redelivered after a shorter wait, until another worker has one of
   * these.
   */
  async takenOver(...ids: string[]): Promise<void> {
    const isTakenOver = async (): Promise<boolean> =>
      (await Promise.all(ids.map((id) => this.find(id)))).some((state) => (state?.crashes ?? 0) > 0);
    await this.changeAckWait(TEST_ACK_WAIT_MS);
    await eventually('another worker', isTakenOver);
    await this.changeAckWait(ACK_WAIT_MS);
  }

  private async changeAckWait(ms: number): Promise<void> {
    const { consumers } = this.nats.client.manager;
    for (const { name } of await consumers.list(STREAMS.tasks).next()) {
      await consumers.update(STREAMS.tasks, name, { ack_wait: nanos(ms) });
    }
  }

  private async stopUsualScraper(): Promise<void> {
    await this.usual?.stop();
    this.usual = undefined;
  }

  async stop(): Promise<void> {
    await this.stopOthers();
    await this.usual?.stop();
    await this.site.stop();
    await this.nats.stop();
    await this.database.drop();
  }
}
