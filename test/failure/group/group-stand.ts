import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { natsServerCommand, onServer } from '#rotunda/testing';
import { startHouseSite, type HouseSite } from '../../../apps/stand-ins/src/house/house-site.js';
import { startSenateSite, type SenateSite } from '../../../apps/stand-ins/src/senate/senate-site.js';
import { NatsUnderTest, PostgresUnderTest, type Victim } from '../stand/servers-under-test.js';
import { ServiceUnderTest } from '../stand/service-under-test.js';
import { ACK_WAIT_MS, FAST } from '../stand/timing.js';

const run = promisify(execFile);
const SETUP = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));
/** Slow, or on a fast machine all would be over before anything can be killed. */
const SLOW = { faults: [{ kind: 'slow' as const, delayMs: 30, path: '/*/*/*' }] };
/** Two of each: the children of a group run in parallel. */
const SCRAPERS = ['senate', 'house', 'senate', 'house'] as const;

/** The demo's stand-ins of both sites, and the parts of Rotunda that a group needs, as processes that can be killed. */
export class GroupStand {
  private constructor(
    private readonly folder: string,
    private readonly nats: NatsUnderTest,
    private readonly postgres: PostgresUnderTest,
    private readonly sites: { house: HouseSite; senate: SenateSite },
    readonly gateway: ServiceUnderTest,
    private readonly scrapers: ServiceUnderTest[],
  ) {}

  static async start(natsServer = natsServerCommand()): Promise<GroupStand> {
    const folder = await mkdtemp(join(tmpdir(), `rotunda-test-${process.pid}-`));
    await chmod(folder, 0o755);
    const nats = new NatsUnderTest(join(folder, 'nats'), natsServer);
    const postgres = new PostgresUnderTest(join(folder, 'postgres'));
    const [house, senate] = await Promise.all([startHouseSite(), startSenateSite(), nats.start(), postgres.start()]);
    house.faults = SLOW;
    senate.faults = SLOW;
    const env = {
      senate: {
        SENATE_BASE_URL: senate.url,
        SENATE_MEDIA_URL: senate.mediaUrl,
        SENATE_FETCH: 'http',
        ROTUNDA_ACCEPT_TERMS: 'true',
      },
      house: { HOUSE_BASE_URL: house.url },
    };
    const create = (app: string, name: string, more: Record<string, string> = {}): Promise<ServiceUnderTest> =>
      ServiceUnderTest.create({ app, name, nats, postgres, env: { ...FAST, ...more } });
    const gateway = await create('gateway', 'gateway');
    const scrapers = await Promise.all(SCRAPERS.map((of, n) => create(`${of}-scraper`, `${of}${n}`, env[of])));
    const stand = new GroupStand(folder, nats, postgres, { house, senate }, gateway, scrapers);
    try {
      const environment = { NATS_URL: nats.url, ...postgres.settings, TASK_ACK_WAIT_MS: String(ACK_WAIT_MS) };
      await run(process.execPath, [SETUP, 'setup'], { env: { ...process.env, ...environment } });
      await Promise.all([gateway, ...scrapers].map((service) => service.start()));
    } catch (error) {
      await stand.stop();
      throw error;
    }
    return stand;
  }

  /** All scrapers, and the broker in the middle. */
  get victims(): Victim[] {
    return [...this.scrapers, this.nats];
  }

  /** Deletes everything that was scraped. */
  async forgetFilings(): Promise<void> {
    // Triggers protect reviewers' decisions; they are off in a replica's session.
    const forget = 'SET session_replication_role = replica; TRUNCATE filings, outbox, scraped_windows CASCADE';
    await onServer(this.postgres.url, (client) => client.query(forget));
  }

  async stop(): Promise<void> {
    await Promise.all([this.gateway, ...this.scrapers].map((service) => service.remove()));
    const { house, senate } = this.sites;
    await Promise.all([house.stop(), senate.stop(), this.nats.end('SIGKILL'), this.postgres.end('SIGTERM')]);
    await rm(this.folder, { recursive: true, force: true });
    const elsewhere = dirname(this.postgres.actualDataDir);
    if (elsewhere !== this.folder) await rm(elsewhere, { recursive: true, force: true });
  }
}
