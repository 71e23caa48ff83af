import { VERSION } from '#rotunda/runtime';
import { check, faults, where } from '../check.js';
import type { Installation } from '../installation.js';

const OLDEST = { node: [20, 19], nats: [2, 9] } as const;
/** uuidv7(), which the migrations call, came with 18. */
const OLDEST_POSTGRES = 180_000;
/** Of Postgres's numbers: 180001 is 18.1. */
const MAJOR = 10_000;

const FAULTS = faults({
  'node-too-old': {
    level: 'error',
    says: 'This is Node.js {version}; Rotunda needs 20.19 or newer.',
    mend: 'Install a newer Node.js, then run npm ci again.',
  },
  'nats-too-old': {
    level: 'error',
    says: 'This is nats-server {version}; Rotunda needs 2.9 or newer.',
    mend: 'Install a newer nats-server; it takes over the store of the old one.',
  },
  'nats-known-fault': {
    level: 'warning',
    says: 'nats-server {version} may lose the last sequence of a stream that is killed on a full disk.',
    mend: 'Upgrade to nats-server 2.10 or newer. Until then keep its disk from filling; the gateway repairs the consumers.',
  },
  'postgres-too-old': {
    level: 'error',
    says: 'This is Postgres {version}; the migrations need 18.',
    mend: 'Move the database to a Postgres 18 (pg_dump, pg_restore).',
  },
  'version-differs': {
    level: 'warning',
    says: '{who} runs Rotunda {version}, and this is {ours}.',
    mend: 'Restart {who} with the installed version; a restart loses nothing.',
  },
});

export const versions = check({
  name: 'versions',
  faults: FAULTS,
  async run(installation) {
    const [nats, postgres, others] = await Promise.all([
      installation.natsFacts().then(
        ({ version }) => version,
        () => null,
      ),
      installation.databaseFacts().then(
        ({ version }) => version,
        () => null,
      ),
      versionsOfOthers(installation),
    ]);
    const { nodeVersion } = installation;
    const differing = others.filter(({ version }) => version !== VERSION);
    return [
      ...where(isOlder(nodeVersion, OLDEST.node), 'node-too-old', { version: nodeVersion }),
      ...(nats === null ? [] : where(isOlder(nats, OLDEST.nats), 'nats-too-old', { version: nats })),
      // 2.9.10: see ConsumerRepair. 2.10 keeps its streams' state in a file that it replaces as a whole.
      ...(nats === null ? [] : where(nats.startsWith('2.9.'), 'nats-known-fault', { version: nats })),
      ...(postgres === null
        ? []
        : where(postgres < OLDEST_POSTGRES, 'postgres-too-old', { version: Math.floor(postgres / MAJOR) })),
      ...differing.flatMap(({ who, version }) => where(true, 'version-differs', { who, version, ours: VERSION })),
    ];
  },
});

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [has = 0, hasMinor = 0] = version.split('.').map(Number);
  return has < major || (has === major && hasMinor < minor);
}

async function versionsOfOthers(installation: Installation): Promise<{ who: string; version: string }[]> {
  const [gateway, workers] = await Promise.all([
    installation.ask<{ gateway?: string }>('/version'),
    installation.workers().catch(() => []),
  ]);
  const known = gateway?.gateway === undefined ? [] : [{ who: 'the gateway', version: gateway.gateway }];
  return [...known, ...workers.map(({ name, version }) => ({ who: name, version }))];
}
