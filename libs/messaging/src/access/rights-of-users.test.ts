import { BUCKETS, CHAMBERS, COMMAND_LANES, FILING_EVENTS, kindsOf, STREAMS, WORKER_VERBS } from '#rotunda/contracts';
import { NatsServer } from '#rotunda/embedded';
import { natsServerCommand, NatsUsers, testFolder } from '#rotunda/testing';
import { connect, type NatsConnection, nkeyAuthenticator } from 'nats';
import { rm } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bucketStream, CONSUMERS } from '../topology-names.js';
import { inboxPrefix, KEYED_USERS, type KeyedUser, SERVICE_USERS } from './nats-users.js';

/**
 * A real nats-server with the users of this version: each user tries every subject. It has no streams, and the messages
 * are empty: only what the server says about the subject counts.
 */
let folder: string;
let server: NatsServer;
const users = new NatsUsers();

beforeAll(async () => {
  folder = await testFolder();
  server = await NatsServer.start({ dataDir: folder, command: natsServerCommand(), extra: users.file });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const STREAM_NAMES = [...Object.values(STREAMS), ...Object.values(BUCKETS).map(bucketStream), 'FOREIGN'];
const STREAM_VERBS = ['INFO', 'CREATE', 'UPDATE', 'DELETE', 'PURGE', 'SNAPSHOT', 'RESTORE', 'MSG.GET', 'MSG.DELETE'];
const LEADER_VERBS = ['STREAM.PEER.REMOVE', 'STREAM.LEADER.STEPDOWN', 'DIRECT.GET', 'CONSUMER.NAMES', 'CONSUMER.LIST'];
const CONSUMER_VERBS = ['INFO', 'DELETE', 'MSG.NEXT', 'CREATE', 'DURABLE.CREATE', 'LEADER.STEPDOWN', 'PAUSE'];
const FILTERS = [
  ...['tasks.house.scrape', 'tasks.senate.scrape', 'dead.house.scrape', 'logs.a-task', 'logs.*', '>'],
  ...['disclosures.trade.*.*', 'disclosures.>'],
  ...['tasks.house.scrape.long', 'tasks.senate.scrape.long'],
  ...['$KV.tasks.>', '$KV.workers.>', '$KV.schedules.>', '$KV.sites.house', '$KV.sites.senate', '$KV.sites.>'],
];
const TOKENS = { id: 'a-task', worker: 'house-scraper-host-0123abcd', reader: 'Reader0123' };

const consumersOf = (stream: string): string[] => [
  ...CONSUMERS.filter((consumer) => consumer.stream === stream).map(({ name }) => name),
  TOKENS.reader,
];

/** What anyone may try to publish to: everything that the topology has, with every verb of the API, and more. */
function publishSubjects(): string[] {
  const api = STREAM_NAMES.flatMap((stream) => [
    ...STREAM_VERBS.map((verb) => `$JS.API.STREAM.${verb}.${stream}`),
    ...LEADER_VERBS.map((verb) => `$JS.API.${verb}.${stream}`),
    `$JS.API.CONSUMER.CREATE.${stream}`,
    `$JS.FC.${stream}.${TOKENS.reader}.x`,
    ...consumersOf(stream).flatMap((name) => [
      ...CONSUMER_VERBS.map((verb) => `$JS.API.CONSUMER.${verb}.${stream}.${name}`),
      ...FILTERS.map((filter) => `$JS.API.CONSUMER.CREATE.${stream}.${name}.${filter}`),
      `$JS.ACK.${stream}.${name}.1.1.1.1.0`,
    ]),
  ]);
  const general = [
    ...['$JS.API.INFO', '$JS.API.STREAM.NAMES', '$JS.API.STREAM.LIST', '$JS.API.ACCOUNT.PURGE.$G', '$JS.API.META.X'],
    ...['$SYS.REQ.SERVER.PING', '$SYS.REQ.USER.INFO', '$SYS.ACCOUNT.$G.DISCONNECT', '$SYS.x', 'tasks', 'foreign'],
    ...KEYED_USERS.map((user) => `${inboxPrefix(user)}.x`),
    '_INBOX.x',
  ];
  return [...api, ...general, ...messageSubjects()];
}

function messageSubjects(): string[] {
  const perChamber = CHAMBERS.flatMap((chamber) => [
    ...[...kindsOf(chamber), 'unknown'].flatMap((name) => [
      ...[`tasks.${chamber}.${name}`, `tasks.${chamber}.${name}.long`, `tasks.${chamber}.${name}.x`],
      `dead.${chamber}.${name}`,
    ]),
    ...[...FILING_EVENTS, 'unknown'].map((event) => `disclosures.filing.${chamber}.${event}`),
    ...[`disclosures.trade.${chamber}.AAPL`, `$KV.sites.${chamber}`, `$KV.sites.${chamber}.budget`],
    `$KV.workers.name.${chamber}-scraper.host.1`,
  ]);
  const keys = Object.values(BUCKETS).flatMap((bucket) => [`$KV.${bucket}.${TOKENS.id}`, `$KV.${bucket}.a.b.c`]);
  return [
    ...perChamber,
    ...keys,
    `logs.${TOKENS.id}`,
    'logs.readiness-probe',
    'logs.a.b',
    'audit.entries',
    `$KV.foreign.${TOKENS.id}`,
    ...CHAMBERS.flatMap((chamber) =>
      [...WORKER_VERBS, 'unknown', 'drain.more'].map((verb) => `control.${chamber}.${TOKENS.worker}.${verb}`),
    ),
  ];
}

/** What a worker of the chamber listens to. */
function controlOf(chamber: string): string {
  return `control.${chamber}.${TOKENS.worker}.*`;
}

const SUBSCRIBED = [
  ...[
    '>',
    '$SYS.>',
    '$JS.>',
    '$JS.API.>',
    '$JS.ACK.>',
    '$KV.>',
    '$JS.EVENT.>',
    '_INBOX.>',
    'tasks.>',
    'dead.>',
    'logs.>',
  ],
  ...['disclosures.>', 'tasks.house.scrape', 'tasks.senate.scrape', '$KV.tasks.>', '$KV.schedules.>', '$KV.sites.>'],
  ...KEYED_USERS.map((user) => `${inboxPrefix(user)}.>`),
  ...['control.>', 'control.*.*.*'],
  ...CHAMBERS.map(controlOf),
];

/** The right one, as people would say it: which of these subjects the user needs. */
const NEEDED: Record<Exclude<KeyedUser, 'operator'>, RegExp[]> = {
  gateway: [
    /^tasks\.(house|senate)\.(check|(scrape|reparse)(\.long)?)$/,
    /^logs\.readiness-probe$/,
    /^audit\.entries$/,
    /^\$KV\.(tasks|claims)\.a-task$/,
    /^\$KV\.schedules\./,
    /^\$KV\.sites\.(house|senate)$/,
    /^\$JS\.API\.STREAM\.INFO\.(TASKS|DEAD_LETTERS|TASK_LOGS|DISCLOSURES|AUDIT|KV_\w+)$/,
    /^\$JS\.API\.STREAM\.MSG\.GET\.(TASKS|DEAD_LETTERS|TASK_LOGS|AUDIT|KV_(tasks|schedules|sites|claims))$/,
    /^\$JS\.API\.STREAM\.MSG\.DELETE\.(TASKS|DEAD_LETTERS|AUDIT|KV_tasks)$/,
    /^\$JS\.API\.STREAM\.PURGE\.KV_tasks$/,
    // It repairs the consumers of commands, and makes its own of logs, trades and buckets.
    /^\$JS\.API\.CONSUMER\.(INFO|DELETE)\.TASKS\.(house|senate)-/,
    /^\$JS\.API\.CONSUMER\.CREATE\.TASKS\.(house|senate)-scrape(?:\.tasks\.\1\.scrape|-long\.tasks\.\1\.scrape\.long)$/,
    /^\$JS\.API\.CONSUMER\.(INFO|DELETE|MSG\.NEXT)\.(TASK_LOGS|DISCLOSURES|KV_tasks)\.[^.]+$/,
    /^\$JS\.API\.CONSUMER\.CREATE\.TASK_LOGS\.[^.]+\.logs\.[^.]+$/,
    /^\$JS\.API\.CONSUMER\.CREATE\.DISCLOSURES\.[^.]+\.disclosures\.trade\.\*\.\*$/,
    /^\$JS\.API\.CONSUMER\.CREATE\.KV_(tasks|workers|schedules)\.[^.]+\.\$KV\.\1\.>$/,
    /^\$JS\.API\.CONSUMER\.CREATE\.KV_sites\.[^.]+\.\$KV\.sites\.(house|senate)$/,
    /^\$JS\.API\.CONSUMER\.CREATE\.KV_(tasks|workers|schedules|sites)$/,
    /^\$JS\.FC\.KV_(tasks|workers|schedules|sites)\./,
    /^\$JS\.ACK\.KV_tasks\.history\./,
    /^control\.(house|senate)\.[^.]+\.(drain|restart|ping)$/,
  ],
  scheduler: [
    /^tasks\.(house|senate)\.(check|(scrape|reparse)(\.long)?)$/,
    /^logs\.readiness-probe$/,
    /^\$KV\.tasks\.a-task$/,
    /^\$KV\.schedules\./,
    /^\$JS\.API\.STREAM\.INFO\.(TASKS|TASK_LOGS|KV_tasks|KV_schedules)$/,
    /^\$JS\.API\.STREAM\.MSG\.GET\.KV_(tasks|schedules)$/,
    /^\$JS\.API\.STREAM\.MSG\.DELETE\.TASKS$/,
    /^\$JS\.API\.CONSUMER\.CREATE\.KV_schedules(\.[^.]+\.\$KV\.schedules\.>)?$/,
    /^\$JS\.FC\.KV_schedules\./,
  ],
  'house-scraper': scraperNeeds('house'),
  'senate-scraper': scraperNeeds('senate'),
  setup: [
    /^\$JS\.API\.STREAM\.(INFO|CREATE|UPDATE)\.(?!FOREIGN)/,
    /^\$JS\.API\.CONSUMER\.INFO\.(TASKS\.(house|senate)-|KV_tasks\.history$)/,
    /^\$JS\.API\.CONSUMER\.CREATE\.TASKS\.(house|senate)-scrape(?:\.tasks\.\1\.scrape|-long\.tasks\.\1\.scrape\.long)$/,
    /^\$JS\.API\.CONSUMER\.CREATE\.KV_tasks\.history$/,
  ],
};

function scraperNeeds(chamber: string): RegExp[] {
  return [
    `^tasks\\.${chamber}\\.(scrape|reparse)\\.long$`,
    `^dead\\.${chamber}\\.(scrape|reparse)$`,
    `^disclosures\\.filing\\.${chamber}\\.(new|amended|withdrawn)$`,
    `^disclosures\\.trade\\.${chamber}\\.AAPL$`,
    String.raw`^logs\.[^.]+$`,
    String.raw`^\$KV\.(tasks|workers)\.a-task$`,
    `^\\$KV\\.sites\\.${chamber}(\\.budget)?$`,
    `^\\$KV\\.workers\\.name\\.${chamber}-scraper\\.`,
    String.raw`^\$JS\.API\.STREAM\.INFO\.(TASKS|DEAD_LETTERS|TASK_LOGS|DISCLOSURES|KV_tasks|KV_workers|KV_sites)$`,
    String.raw`^\$JS\.API\.STREAM\.MSG\.GET\.KV_(tasks|workers|sites)$`,
    `^\\$JS\\.API\\.CONSUMER\\.(INFO|MSG\\.NEXT)\\.TASKS\\.${chamber}-`,
    `^\\$JS\\.ACK\\.TASKS\\.${chamber}-`,
    `^\\$JS\\.API\\.CONSUMER\\.CREATE\\.KV_sites(\\.[^.]+\\.\\$KV\\.sites\\.${chamber})?$`,
    String.raw`^\$JS\.FC\.KV_sites\.`,
  ].map((pattern) => new RegExp(pattern));
}

const signIn = (user: KeyedUser): Promise<NatsConnection> =>
  connect({
    servers: server.url,
    authenticator: nkeyAuthenticator(new TextEncoder().encode(users.seedOf(user))),
    inboxPrefix: inboxPrefix(user),
  });

/** What the server denied, as `publish <subject>` or `subscription <subject>`. */
async function deniedTo(user: KeyedUser, published: string[], subscribed: string[]): Promise<Set<string>> {
  const connection = await signIn(user);
  const denied = new Set<string>();
  void (async () => {
    for await (const { permissionContext: of } of connection.status())
      if (of) denied.add(`${of.operation} ${of.subject}`);
  })();
  for (const subject of published) connection.publish(subject);
  for (const subject of subscribed) connection.subscribe(subject, { callback: () => undefined });
  // The server answers in order: all refusals are here, and are read before the next turn.
  await connection.flush();
  await turn();
  await connection.close();
  return denied;
}

it('every user may do what it needs, and nothing else', async () => {
  const subjects = [...new Set(publishSubjects())];
  const wrong: string[] = [];
  const counts: Record<string, string> = {};
  for (const user of KEYED_USERS) {
    const denied = await deniedTo(user, subjects, SUBSCRIBED);
    const needs = user === 'operator' ? [/./] : NEEDED[user];
    for (const subject of subjects) {
      const isNeeded = needs.some((need) => need.test(subject));
      if (isNeeded === denied.has(`publish ${subject}`))
        wrong.push(`${user} ${isNeeded ? 'needs' : 'may do'} ${subject}`);
    }
    for (const subject of SUBSCRIBED) {
      const own = [`${inboxPrefix(user)}.>`, controlOf(user.replace('-scraper', ''))];
      const isOwn = user === 'operator' || own.includes(subject);
      if (isOwn === denied.has(`subscription ${subject}`)) wrong.push(`${user} subscription ${subject}`);
    }
    const all = subjects.length + SUBSCRIBED.length;
    counts[user] = `${all - denied.size} of ${all} allowed`;
  }
  expect(wrong).toEqual([]);
  const tried = KEYED_USERS.length * (subjects.length + SUBSCRIBED.length);
  process.stdout.write(`NATS users × subjects: ${tried} tried, ${JSON.stringify(counts)}\n`);
});

it('a chamber’s scraper has nothing of the other one', async () => {
  const subjects = publishSubjects().filter((subject) => /senate/.test(subject));
  const denied = await deniedTo('house-scraper', subjects, []);
  expect(subjects.length).toBeGreaterThan(50);
  expect(subjects.filter((subject) => !denied.has(`publish ${subject}`))).toEqual([]);
});

it('the table of subjects has every command and consumer', () => {
  const subjects = new Set(publishSubjects());
  for (const { subject, consumer } of COMMAND_LANES) {
    expect(subjects).toContain(subject);
    expect(subjects).toContain(`$JS.API.CONSUMER.MSG.NEXT.TASKS.${consumer}`);
  }
  expect(SERVICE_USERS).toContain('gateway');
});
