import type { INestApplicationContext } from '@nestjs/common';
import { ROLES, type Role } from '#rotunda/contracts';
import { Filings, Keys, Members } from '#rotunda/persistence';
import {
  createTestDatabase,
  databaseRoles,
  eventually,
  gatewayDatabase,
  ServiceProcess,
  startTestNats,
} from '#rotunda/testing';
import { ownerOf } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from '../disclosures/review-samples.js';

/** Collects garbage when asked to, so that what is left is what somebody still holds. */
const GC_ON_SIGNAL =
  "--expose-gc --import=data:text/javascript,process.on('SIGUSR2',()=>(gc(),console.log('collected')))";

export interface Memory {
  /** Heap and buffers that are in use. */
  usedBytes: number;
  residentBytes: number;
}

/** The built gateway in a process of its own, with a nats-server, a database and some filings. */
export interface FuzzedGateway {
  process: ServiceProcess;
  keys: Record<Role, { id: string; text: string }>;
  memory(): Promise<Memory>;
  stop(): Promise<void>;
}

export async function startFuzzedGateway(env: Record<string, string>): Promise<FuzzedGateway> {
  const [nats, database] = await Promise.all([startTestNats(), createTestDatabase()]);
  const owner = await ownerOf(database.url);
  const made = ROLES.map(async (role) => [role, await owner.get(Keys).make({ name: role, role, expiresAt: null })]);
  const keys = Object.fromEntries(await Promise.all(made)) as FuzzedGateway['keys'];
  await seedDisclosures(owner);

  const gateway = await ServiceProcess.start('gateway', {
    NATS_URL: nats.server.url,
    ...nats.users.environment('gateway'),
    ...gatewayDatabase(await databaseRoles(database.url)),
    NODE_OPTIONS: GC_ON_SIGNAL,
    METRICS_OPEN: 'true',
    LOG_JSON: 'true',
    ...env,
  });
  return {
    process: gateway,
    keys,
    memory: () => memoryOf(gateway),
    stop: async () => {
      await gateway.stop();
      await owner.close();
      await nats.stop();
      await database.drop();
    },
  };
}

/** Nobody here exists. */
async function seedDisclosures(owner: INestApplicationContext): Promise<void> {
  const name = { first: 'Testina', middle: null, last: 'Sample', suffix: null, nickname: null, officialFull: null };
  const terms = [
    { chamber: 'house', state: 'AK', district: 0, party: null, startsOn: '2025-01-03', endsOn: '2027-01-03' } as const,
  ];
  const members = [{ bioguide: 'S900001', name, otherNames: [], terms }];
  await owner.get(Members).import({ members, asOf: '2025-06-01', source: 'test' });
  const doubts = [{ code: 'no_rows', params: {} } as const];
  for (const n of [1, 2, 3]) {
    const filing = listedFiling(`2000000${n}`);
    const reviewReasons = n === 1 ? [] : doubts;
    await seed({ owner }, { filing, transactions: [parsedRow(1), parsedRow(2)], reviewReasons, sheets: n });
  }
  await owner.get(Filings).enter('house', [listedFiling('20000009')], 'seeding');
}

const collections = ({ log }: ServiceProcess): number => log.split('collected\n').length - 1;

async function memoryOf(gateway: ServiceProcess): Promise<Memory> {
  const before = collections(gateway);
  process.kill(gateway.pid, 'SIGUSR2');
  await eventually('the garbage to be collected', () => collections(gateway) > before);
  const text = await (await fetch(`${gateway.url}/metrics`)).text();
  const valueOf = (name: string): number => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)?.[1]);
  return {
    usedBytes: valueOf('nodejs_heap_size_used_bytes') + valueOf('nodejs_external_memory_bytes'),
    residentBytes: valueOf('process_resident_memory_bytes'),
  };
}
