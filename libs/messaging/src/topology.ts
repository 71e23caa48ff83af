import { AUDIT_SUBJECT, BUCKETS, type Chamber, COMMAND_LANES, commandLanesOf, STREAMS } from '#rotunda/contracts';
import {
  AckPolicy,
  type ConsumerConfig,
  DiscardPolicy,
  millis,
  nanos,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from 'nats';
import { needsOf } from './access/permissions.js';
import { isNotFound, translateError } from './connection/jetstream-errors.js';
import type { NatsClient } from './connection/nats-client.js';
import type { TopologySettings } from './connection/settings.js';
import { bucketStream, bucketSubject, CONSUMERS } from './topology-names.js';

const SECOND = 1_000;
const HOUR = 60 * 60 * SECOND;
const DAY = 24 * HOUR;
const LOG_LINES_PER_TASK = 1_000;
const MOST_AUDIT_ENTRIES = 100_000;

type Wanted<T> = Partial<T> & { name: string };

function wantedStreams({ NATS_REPLICAS, TASKS_MAX_BYTES }: TopologySettings): Wanted<StreamConfig>[] {
  const common = { storage: StorageType.File, num_replicas: NATS_REPLICAS };
  return [
    {
      ...common,
      name: STREAMS.tasks,
      subjects: COMMAND_LANES.map(({ subject }) => subject),
      retention: RetentionPolicy.Workqueue,
      // A full queue must refuse a new command, never drop an accepted one.
      discard: DiscardPolicy.New,
      max_bytes: TASKS_MAX_BYTES,
      duplicate_window: nanos(24 * HOUR),
    },
    { ...common, name: STREAMS.deadLetters, subjects: ['dead.>'], max_age: nanos(30 * DAY) },
    {
      ...common,
      name: STREAMS.taskLogs,
      subjects: ['logs.*'],
      max_age: nanos(DAY),
      max_msgs_per_subject: LOG_LINES_PER_TASK,
    },
    { ...common, name: STREAMS.disclosures, subjects: ['disclosures.>'], duplicate_window: nanos(24 * HOUR) },
    // Empty but for an outage of Postgres. Full, it refuses new entries; the gateway then keeps some in memory.
    {
      ...common,
      name: STREAMS.audit,
      subjects: [AUDIT_SUBJECT],
      discard: DiscardPolicy.New,
      max_msgs: MOST_AUDIT_ENTRIES,
    },
  ];
}

/**
 * KV buckets are declared as the streams beneath them, so that their configuration can be changed later. Buckets of
 * earlier versions have `deny_delete` too, which no update can remove (10052); `KvBucket.forget` allows for it.
 */
function wantedBuckets({ NATS_REPLICAS }: TopologySettings): Wanted<StreamConfig>[] {
  const bucket = (name: string, config: Partial<StreamConfig>): Wanted<StreamConfig> => ({
    name: bucketStream(name),
    subjects: [bucketSubject(name)],
    storage: StorageType.File,
    num_replicas: NATS_REPLICAS,
    discard: DiscardPolicy.New,
    allow_rollup_hdrs: true,
    allow_direct: true,
    ...config,
  });
  return [
    bucket(BUCKETS.tasks, { max_msgs_per_subject: 10 }),
    bucket(BUCKETS.workers, { max_msgs_per_subject: 1, max_age: nanos(30 * SECOND) }),
    bucket(BUCKETS.schedules, { max_msgs_per_subject: 20 }),
    bucket(BUCKETS.sites, { max_msgs_per_subject: 1 }),
    // After this time a waiting task could be duplicated, but waiting tasks are also searched for in KV `tasks`.
    bucket(BUCKETS.claims, { max_msgs_per_subject: 1, max_age: nanos(30 * DAY) }),
  ];
}

function wantedConsumers({ TASK_ACK_WAIT_MS }: TopologySettings): [stream: string, Wanted<ConsumerConfig>][] {
  return CONSUMERS.map(({ stream, name, subject }) => [
    stream,
    {
      name,
      durable_name: name,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(TASK_ACK_WAIT_MS),
      max_deliver: -1,
      // A command that waits for its retry counts too: slots limit the workers, not this number.
      max_ack_pending: 1000,
      ...(subject ? { filter_subject: subject } : {}),
    },
  ]);
}

interface TopologyChange {
  /** E.g. `stream TASKS created`. */
  line: string;
  apply: () => Promise<unknown>;
}

/** Creates what is missing and updates what differs; only `setup` calls it. Returns a line for each change. */
export async function applyTopology(client: NatsClient, settings: TopologySettings): Promise<string[]> {
  const changes = await topologyChanges(client, settings);
  for (const { apply } of changes) await apply();
  return changes.map(({ line }) => line);
}

/** The lines that `applyTopology` would return now; changes nothing. */
export async function plannedTopology(client: NatsClient, settings: TopologySettings): Promise<string[]> {
  return (await topologyChanges(client, settings)).map(({ line }) => line);
}

async function topologyChanges(client: NatsClient, settings: TopologySettings): Promise<TopologyChange[]> {
  const changes: (TopologyChange | null)[] = [];
  for (const wanted of [...wantedStreams(settings), ...wantedBuckets(settings)]) {
    changes.push(await streamChange(client, wanted));
  }
  for (const [stream, wanted] of wantedConsumers(settings)) changes.push(await consumerChange(client, stream, wanted));
  return changes.filter((change) => change !== null);
}

async function streamChange({ manager }: NatsClient, wanted: Wanted<StreamConfig>): Promise<TopologyChange | null> {
  const current = await found(manager.streams.info(wanted.name));
  const line = `stream ${wanted.name}`;
  if (!current) return { line: `${line} created`, apply: () => manager.streams.add(wanted) };
  if (!differs(current.config, wanted)) return null;
  return { line: `${line} updated`, apply: () => manager.streams.update(wanted.name, wanted) };
}

async function consumerChange(
  { manager }: NatsClient,
  stream: string,
  wanted: Wanted<ConsumerConfig>,
): Promise<TopologyChange | null> {
  const current = await found(manager.consumers.info(stream, wanted.name));
  const line = `consumer ${wanted.name}`;
  if (!current) return { line: `${line} created`, apply: () => manager.consumers.add(stream, wanted) };
  if (!differs(current.config, wanted)) return null;
  return { line: `${line} updated`, apply: () => manager.consumers.update(stream, wanted.name, wanted) };
}

/**
 * Services call it at start: checks what this service needs.
 *
 * @throws Error that names the missing streams and consumers; NatsAccessError
 */
export async function verifyTopology({ manager }: NatsClient, service: string): Promise<void> {
  const missing: string[] = [];
  try {
    for (const { stream, consumers } of needsOf(service)) {
      if (!(await found(manager.streams.info(stream)))) missing.push(`the stream ${stream}`);
      for (const consumer of consumers) {
        if (!(await found(manager.consumers.info(stream, consumer)))) missing.push(`the consumer ${consumer}`);
      }
    }
  } catch (error) {
    throw translateError(error);
  }
  if (missing.length > 0) throw new Error(`NATS does not have ${missing.join(', ')}: run "npx rotunda setup" first.`);
}

/** The shortest ack wait of the chamber's consumers as configured by `setup`, in ms. */
export async function ackWaitOf({ manager }: NatsClient, chamber: Chamber): Promise<number> {
  const consumers = await Promise.all(
    commandLanesOf(chamber).map(({ consumer }) => manager.consumers.info(STREAMS.tasks, consumer)),
  );
  return Math.min(...consumers.map(({ config }) => millis(config.ack_wait ?? 0)));
}

async function found<T>(request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Compares only what we set: the server fills in many defaults, and newer versions more of them. */
function differs<T extends object>(current: T, wanted: Partial<T>): boolean {
  return Object.entries(wanted).some(
    ([key, value]) => JSON.stringify(current[key as keyof T] ?? null) !== JSON.stringify(value),
  );
}
