import { type ConnectionFault, DatabaseConnectionError, type DatabaseFacts } from '#rotunda/persistence';
import { check, faults, where } from '../check.js';
import type { Found } from '../finding.js';
import { runSetUp } from '../set-up-fix.js';

const MINUTE = 60;
const IDLE_FROM = 5 * MINUTE;
const BLOCKED_FROM = 30;
const NEARLY_ALL = 0.85;
const UNSENT_FROM_MS = 10 * 60_000;
/** The gateway has two; each chamber's worker has one. */
const POOLS = 4;

const FAULTS = faults({
  'postgres-unreachable': {
    level: 'error',
    says: 'Postgres does not answer at {server}: {reason}',
    mend: 'Start Postgres (rotunda start, docker compose up -d, systemctl start postgresql), or correct DATABASE_URL.',
  },
  'postgres-refuses': {
    level: 'error',
    says: 'Postgres at {server} refuses the user of DATABASE_URL: {reason}',
    mend: 'Correct the password in DATABASE_URL (or the file of DATABASE_URL_FILE), or the role’s (ALTER ROLE … PASSWORD).',
  },
  'database-missing': {
    level: 'error',
    says: 'Postgres at {server} has no such database: {reason}',
    mend: 'Correct the name in DATABASE_URL, or create the database (createdb), then run rotunda setup.',
  },
  'migrations-missing': {
    level: 'error',
    says: 'The database lacks {count} migrations: {names}.',
    mend: 'Run rotunda setup.',
  },
  'migrations-unknown': {
    level: 'warning',
    says: 'A newer Rotunda has changed this database: {names}.',
    mend: 'Upgrade this installation too; the services work on meanwhile.',
  },
  'roles-behind': {
    level: 'error',
    says: 'The roles of the database differ from what this version needs: {changes}.',
    mend: 'Run rotunda setup.',
  },
  'connections-nearly-used': {
    level: 'warning',
    says: '{used} of {most} connections of Postgres are used.',
    mend: 'Raise max_connections, or lower DATABASE_POOL_SIZE.',
  },
  'pools-too-large': {
    level: 'warning',
    says: 'A gateway and two workers may open {wanted} connections; Postgres allows {most}.',
    mend: 'Lower DATABASE_POOL_SIZE, or raise max_connections.',
  },
  'postgres-unsafe': {
    level: 'error',
    says: 'Postgres runs with {name} = {value}: a power cut may destroy or lose what it confirmed.',
    mend: 'Set {name} = on in postgresql.conf, and restart Postgres.',
  },
  'transaction-idle': {
    level: 'warning',
    says: 'The transaction of {application} (process {pid} of Postgres) has waited for its client for {minutes} min.',
    mend: 'Look at that client, and end it; its locks hold others up. SELECT pg_terminate_backend({pid}) ends it by force.',
  },
  'lock-waits': {
    level: 'warning',
    says: 'Process {pid} of Postgres has waited for a lock of process {by} for {seconds} s.',
    mend: 'See what {by} does (SELECT * FROM pg_stat_activity WHERE pid = {by}), and end it if nothing needs it.',
  },
  'outbox-stuck': {
    level: 'warning',
    says: '{count} announcements have not been sent, the oldest since {since}.',
    mend: 'The workers send them: see that one of each chamber runs and reaches NATS.',
  },
});
type Code = keyof typeof FAULTS;

export const postgres = check({
  name: 'postgres',
  faults: FAULTS,
  fixes: { 'migrations-missing': runSetUp, 'roles-behind': runSetUp },
  async run({ databaseFacts, plannedRoles, setting, now }) {
    const server = withoutPassword(await setting('DATABASE_URL'));
    try {
      const facts = await databaseFacts();
      const roles = facts.migrations.missing.length > 0 ? [] : await plannedRoles();
      const poolSize = Number(await setting('DATABASE_POOL_SIZE'));
      return [
        ...databaseFaults(facts, now, poolSize),
        ...where(roles.length > 0, 'roles-behind', { changes: roles.join(', ') }),
      ];
    } catch (error) {
      if (!(error instanceof DatabaseConnectionError)) throw error;
      return [{ code: CODES[error.fault], params: { server, reason: error.message } }];
    }
  },
});

const CODES: Record<ConnectionFault, Code> = {
  refused: 'postgres-refuses',
  missing: 'database-missing',
  unreachable: 'postgres-unreachable',
};

export function databaseFaults(facts: DatabaseFacts, now: Date, poolSize: number): Found<Code>[] {
  const { migrations, connections, idle, blocked, unsent } = facts;
  const { missing, unknown } = migrations;
  const wanted = POOLS * poolSize;
  const { oldestAt } = unsent;
  return [
    ...where(missing.length > 0, 'migrations-missing', { count: missing.length, names: missing.join(', ') }),
    ...where(unknown.length > 0, 'migrations-unknown', { names: unknown.join(', ') }),
    ...where(connections.used > NEARLY_ALL * connections.most, 'connections-nearly-used', connections),
    ...where(wanted > connections.most, 'pools-too-large', { wanted, most: connections.most }),
    ...Object.entries(facts.settings).flatMap(([name, value]) =>
      where(value === 'off', 'postgres-unsafe', { name, value }),
    ),
    ...idle.flatMap(({ pid, application, seconds }) =>
      where(seconds >= IDLE_FROM, 'transaction-idle', { pid, application, minutes: Math.floor(seconds / MINUTE) }),
    ),
    ...blocked.flatMap((one) => where(one.seconds >= BLOCKED_FROM, 'lock-waits', one)),
    ...(oldestAt && now.getTime() - oldestAt.getTime() > UNSENT_FROM_MS
      ? where(true, 'outbox-stuck', { count: unsent.count, since: oldestAt.toISOString() })
      : []),
  ];
}

/** Host, port and database. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { host, pathname } = new URL(url);
  return `${host || 'a local socket'}${pathname}`;
}
