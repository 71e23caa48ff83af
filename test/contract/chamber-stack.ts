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

/** A worker on a busy machine is not taken for lost. One that was killed is not waited for so long: `takenOver`. */
const ACK_WAIT_MS = 10_000;

/** Retries and heartbeats of a test's length; a request that a test lets wait is not given up. */
const FAST = {
  TASK_RETRY_DELAY_MS: '300',
  TASK_HEARTBEAT_MS: '500',
  TASK_PROGRESS_MS: '50',
  SITE_RETRY_DELAY_MS: '20',
  SITE_TIMEOUT_MS: '600000',
};

/**
 * A chamber's part of the system: a real nats-server, a real Postgres, the stand-in site and built scrapers. One for
 * each test file; `reset()` makes it as new for the next test.
 */
export class ChamberStack {
  /** Goes on from test to test, unless a test needs another one. */
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
    readonly site: StandIn,
    private readonly tasks: TaskStore,
    private readonly sites: SiteControl,
  ) {
    this.control = new TaskControl(nats.queue, tasks, { TASK_MAX_RETRIES: 3 }, systemClock);
    this.dispatcher = new TaskDispatcher(nats.queue, tasks, { TASK_MAX_RETRIES: 3 }, systemClock);
  }

  /** @param env of the usual scraper, and of the others where they say nothing else */
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
    return new ChamberStack(subject, env, nats, database, site, tasks, new SiteControl(sites, systemClock));
  }

  /** A scraper for this test alone, with settings of its own; the usual one leaves the commands to it. */
  async startScraper(env: Record<string, string> = {}): Promise<ServiceProcess> {
    await this.stopUsualScraper();
    const scraper = await this.launch(env);
    this.others.push(scraper);
    return scraper;
  }

  /** The scraper with the settings of all tests, which runs already if a test before this one needed it. */
  async useScraper(): Promise<ServiceProcess> {
    return (this.usual ??= await this.launch({}));
  }

  private launch(env: Record<string, string>): Promise<ServiceProcess> {
    return ServiceProcess.start(`${this.subject.chamber}-scraper`, {
      NATS_URL: this.nats.server.url,
      DATABASE_URL: this.database.url,
      ...this.subject.environment(this.site),
      ...FAST,
      ...this.usualEnv,
      ...env,
    });
  }

  /** As it was before the first test, but that the usual scraper goes on: no task, no row, a site that behaves. */
  async reset(): Promise<void> {
    this.site.faults = { faults: [] };
    await this.sites.resume(this.subject.chamber);
    await this.endAll();
    for (const stream of Object.values(STREAMS)) await this.nats.client.manager.streams.purge(stream);
    await emptyTestDatabase(this.database.url);
    this.site.requests.length = 0;
  }

  /** What a test left unfinished: the usual scraper may have it in hand. */
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

  /** Submits a reparse and gives its result. @throws Error where it is not SUCCESS */
  async reparse(args: ReparseCommand = {}): Promise<ReparseResult> {
    const task = { chamber: this.subject.chamber, name: 'reparse', args: { ...args } } as const;
    const state = await this.ended(await this.give(task));
    if (state.state !== 'SUCCESS') throw new Error(`${state.state}: ${JSON.stringify(state.error)}`);
    return state.result as ReparseResult;
  }

  /** The window that holds every filing of the stand-in. */
  everything(): ScrapeCommand {
    return { start_date: this.site.window.start, end_date: this.site.window.end };
  }

  /** The last months of it, some of them on paper, where it does not matter which filings they are. */
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

  /** A worker was just killed: what it had in hand is given out after a shorter wait, until somebody has one of these. */
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
