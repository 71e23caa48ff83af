import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '#rotunda/contracts';
import { maintainKeys } from '#rotunda/persistence';
import { gatewayDatabase, ServiceProcess, testFolder } from '#rotunda/testing';
import { ChamberStack } from '../contract/chamber-stack.js';
import { houseWithInterval } from '../flow/house-under-test.js';
import type { Target } from './prometheus.js';

/** The House's part of the system, whose gateway asks for keys. */
export interface RunningStack {
  house: ChamberStack;
  gateway: ServiceProcess;
  targets: Target[];
  /** Files with a key of that role. */
  keys: Record<Role, string>;
  /** One that was given up. */
  failed: string;
  stop(): Promise<void>;
}

/** Starts it, with a scrape that succeeded, and a task that was given up. */
export async function startRunningStack(): Promise<RunningStack> {
  const house = await ChamberStack.start(houseWithInterval(10), {
    env: { TASK_MAX_RETRIES: '0', SITE_TRIES: '1', SITE_BREAKER_FAILURES: '100' },
  });
  const nats = (service: string) => ({ NATS_URL: house.nats.server.url, ...house.nats.users.environment(service) });
  const [scraper, gateway, scheduler, keys] = await Promise.all([
    house.useScraper(),
    ServiceProcess.start('gateway', { ...nats('gateway'), ...gatewayDatabase(house.roles), KEYS_REQUIRED: 'true' }),
    ServiceProcess.start('scheduler', nats('scheduler')),
    keyFiles(house.database.url),
  ]);
  const services = { gateway, scheduler, 'house-scraper': scraper };
  return {
    house,
    gateway,
    targets: Object.entries(services).map(([name, { url }]) => ({
      job: `rotunda-${name}`,
      address: new URL(url).host,
    })),
    keys,
    failed: await giveUp(house),
    async stop() {
      await Promise.all([gateway.stop(), scheduler.stop()]);
      await house.stop();
    },
  };
}

async function keyFiles(databaseUrl: string): Promise<Record<Role, string>> {
  const folder = await testFolder();
  const files = { look: join(folder, 'look'), act: join(folder, 'act'), admin: join(folder, 'admin') };
  await maintainKeys(databaseUrl, async (keys) => {
    for (const [role, file] of Object.entries(files) as [Role, string][]) {
      await writeFile(file, (await keys.make({ name: role, role, expiresAt: null })).text, { mode: 0o600 });
    }
  });
  return files;
}

async function giveUp(house: ChamberStack): Promise<string> {
  house.site.faults = { faults: [{ kind: 'overloaded' }] };
  const id = await house.submit(house.recent());
  await house.ended(id);
  house.site.faults = { faults: [] };
  return id;
}
