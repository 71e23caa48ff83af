import { BUCKETS, isFinal, STREAMS, type TaskState } from '#rotunda/contracts';
import { bucketStream, type NatsClient } from '#rotunda/messaging';
import { eventually, onServer } from '#rotunda/testing';
import type { Commands } from './commands.js';
import type { EndlessSite } from './endless-site.js';
import type { Evidence, ExpectedFiling, StoredFiling } from './invariants.js';
import type { Ticks } from './ticks.js';
import { HANGS_AFTER_MS } from './timing.js';

const MESSAGE_ID = 'Nats-Msg-Id';
/** What a worker prints when it has claimed a task. */
const BEGUN = /([\w-]+) started \(\S+, attempt (\d+)\)/g;

/** The system to check. Its database has the gates, and its KV histories are kept from the start. */
export interface Observed {
  client: NatsClient;
  databaseUrl: string;
  house: EndlessSite;
  /** The output of each process so far. */
  logs(): [label: string, log: string][];
}

/**
 * Waits until nothing moves any more, and collects everything. A last scrape does what a failed task left unfinished,
 * and publishes what a crash left in the outbox.
 */
export async function collectEvidence(system: Observed, commands: Commands, ticks: Ticks): Promise<Evidence> {
  await commands.ended(await commands.publish(system.house.nextDay()), HANGS_AFTER_MS);
  // If it never comes to rest, the invariants report why.
  await eventually('rest', () => isAtRest(system), HANGS_AFTER_MS).catch(() => undefined);
  const { state } = await system.client.manager.streams.info(STREAMS.tasks);
  return {
    histories: await histories(system),
    accepted: [...commands.accepted.keys()],
    ticks: [...ticks.expected],
    queued: state.messages,
    expected: expectedFilings(system, commands),
    announced: await messageIds(system),
    ...(await stored(system)),
  };
}

async function isAtRest(system: Observed): Promise<boolean> {
  const { state } = await system.client.manager.streams.info(STREAMS.tasks);
  const [unsent] = await rows<{ n: number }>(system, 'SELECT count(*)::int AS n FROM outbox WHERE sent_at IS NULL');
  if (state.messages > 0 || unsent!.n > 0) return false;
  const states = [...(await histories(system)).values()];
  return states.every((history) => isFinal(history.at(-1)!.state));
}

async function histories(system: Observed): Promise<Map<string, TaskState[]>> {
  const found = new Map<string, TaskState[]>();
  for await (const { data } of messagesOf(system, bucketStream(BUCKETS.tasks))) {
    // A deleted key leaves an empty message.
    if (data.length === 0) continue;
    const state = JSON.parse(new TextDecoder().decode(data)) as TaskState;
    found.set(state.id, [...(found.get(state.id) ?? []), state]);
  }
  return found;
}

async function messageIds(system: Observed): Promise<string[]> {
  const ids: string[] = [];
  for await (const message of messagesOf(system, STREAMS.disclosures)) ids.push(message.header(MESSAGE_ID) ?? '');
  return ids;
}

async function* messagesOf({ client }: Observed, stream: string) {
  for (let sequence = 1; ;) {
    const message = await client.nextStored(stream, sequence);
    if (!message) return;
    yield message;
    sequence = message.sequence + 1;
  }
}

function expectedFilings({ house }: Observed, { accepted }: Commands): Map<string, ExpectedFiling> {
  const filings = [...accepted].flatMap(([task, { docIds }]) => docIds.map((id) => ({ id, task })));
  return new Map(filings.map(({ id, task }) => [id, { ...house.expected(id), task }]));
}

async function stored(system: Observed): Promise<Pick<Evidence, 'filings' | 'writes' | 'outbox'>> {
  const filings = await rows<{ id: string; status: string; rows: StoredFiling['rows'] }>(
    system,
    `SELECT f.external_id AS id, f.status, coalesce((
       SELECT jsonb_agg(jsonb_build_object('ordinal', t.ordinal, 'revision', t.revision,
         'isSuperseded', t.superseded_at IS NOT NULL, 'marker', t.description, 'firstTask', t.first_task_id))
       FROM transactions t WHERE t.filing_id = f.id), '[]') AS rows
     FROM filings f WHERE f.chamber = 'house'`,
  );
  const writes = await rows<{ filing: string; task: string; worker: string }>(
    system,
    'SELECT external_id AS filing, task_id AS task, worker FROM test_writes ORDER BY seq',
  );
  const begun = attemptsBegun(system);
  return {
    filings: new Map(filings.map(({ id, ...filing }) => [id, filing])),
    writes: writes.map((write) => ({ ...write, attempt: begun.get(`${write.worker} ${write.task}`) ?? null })),
    outbox: await rows(system, 'SELECT message_id AS id, sent_at IS NOT NULL AS sent FROM outbox'),
  };
}

/**
 * The attempt of each task that each process began: `<label> <task>` → number. It is read from the processes' output,
 * as the list of workers and the tasks' states may not know a process that died at once.
 */
function attemptsBegun(system: Observed): Map<string, number> {
  return new Map(
    system
      .logs()
      .flatMap(([label, log]) =>
        [...log.matchAll(BEGUN)].map(([, task, n]): [string, number] => [`${label} ${task}`, Number(n)]),
      ),
  );
}

const rows = <T>(system: Observed, sql: string): Promise<T[]> =>
  onServer(system.databaseUrl, async (client) => (await client.query(sql)).rows as T[]);
