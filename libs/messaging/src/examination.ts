import { STREAMS } from '#rotunda/contracts';
import type { StreamInfo } from 'nats';
import { ACCESS } from './access/access-table.js';
import { isNotFound } from './connection/jetstream-errors.js';
import type { NatsClient, StoredMessage } from './connection/nats-client.js';
import type { TopologySettings } from './connection/settings.js';
import { KvBucket } from './kv/kv-bucket.js';
import { plannedTopology } from './topology.js';
import { CONSUMERS } from './topology-names.js';

const NO_LIMIT = -1;

/** A stream, or the one beneath a bucket. */
export interface StreamFacts {
  name: string;
  bytes: number;
  messages: number;
  /** Null: no limit. */
  maxBytes: number | null;
  maxMessages: number | null;
  /** When its first message came; null while it is empty. */
  since: string | null;
  /** The members of the cluster that do not have all of it, or don't answer. */
  lagging: string[];
}

/** What a diagnosis asks NATS. */
export interface NatsFacts {
  version: string;
  /** What the set-up would change, a line for each. */
  planned: string[];
  streams: StreamFacts[];
  /** Durable consumers that are ahead of their stream, and skip what comes: see `ConsumerRepair`. */
  ahead: { stream: string; consumer: string }[];
  /** What the account may store, in bytes; null: no limit, or this user may not ask. */
  storage: { used: number; most: number } | null;
}

/** The commands of one subject that wait in the queue or are being done. */
export interface WaitingCommands {
  subject: string;
  count: number;
  oldestAt: Date;
  oldest: StoredMessage;
}

/** Asks and changes nothing. @throws MessagingUnavailableError, NatsAccessError */
export async function examineNats(client: NatsClient, settings: TopologySettings): Promise<NatsFacts> {
  try {
    // The first answer shows whether JetStream is there at all.
    const planned = await plannedTopology(client, settings);
    const [streams, ahead, storage] = await Promise.all([
      streamFacts(client),
      consumersAhead(client),
      storageOf(client),
    ]);
    return { version: client.connection.info?.version ?? '', planned, streams, ahead, storage };
  } catch (error) {
    throw client.translate(error);
  }
}

async function streamFacts(client: NatsClient): Promise<StreamFacts[]> {
  const infos = await Promise.all([...ACCESS.keys()].map((name) => infoOf(client, name)));
  return infos.flatMap((info) => (info ? [factsOf(info)] : []));
}

async function infoOf({ manager }: NatsClient, name: string): Promise<StreamInfo | null> {
  try {
    return await manager.streams.info(name);
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

const factsOf = ({ config, state, cluster }: StreamInfo): StreamFacts => ({
  name: config.name,
  bytes: state.bytes,
  messages: state.messages,
  maxBytes: config.max_bytes === NO_LIMIT ? null : config.max_bytes,
  maxMessages: config.max_msgs === NO_LIMIT ? null : config.max_msgs,
  since: state.messages === 0 ? null : state.first_ts,
  lagging: (cluster?.replicas ?? []).filter(({ current, offline }) => !current || offline).map(({ name }) => name),
});

async function consumersAhead({ manager }: NatsClient): Promise<NatsFacts['ahead']> {
  const found = await Promise.all(
    CONSUMERS.map(async ({ stream, name }) => {
      try {
        // In this order: a message that arrives between the requests makes the stream longer, never shorter.
        const { delivered } = await manager.consumers.info(stream, name);
        const { state } = await manager.streams.info(stream);
        return delivered.stream_seq > state.last_seq ? { stream, consumer: name } : null;
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    }),
  );
  return found.filter((one) => one !== null);
}

/** Only the operator may ask. */
async function storageOf({ manager }: NatsClient): Promise<NatsFacts['storage']> {
  try {
    const { storage, limits } = await manager.getAccountInfo();
    return limits.max_storage > 0 ? { used: storage, most: limits.max_storage } : null;
  } catch {
    return null;
  }
}

/** What is in the queue, by subject; the oldest first. @throws MessagingUnavailableError, NatsAccessError */
export async function waitingCommands(client: NatsClient): Promise<WaitingCommands[]> {
  try {
    const { state } = await client.manager.streams.info(STREAMS.tasks, { subjects_filter: '>' });
    const subjects = Object.entries(state.subjects ?? {});
    const found = await Promise.all(
      subjects.map(async ([subject, count]) => {
        const oldest = await client.nextStored(STREAMS.tasks, 1, subject);
        return oldest && { subject, count, oldestAt: oldest.publishedAt, oldest };
      }),
    );
    return found.filter((one) => one !== null).toSorted((a, b) => a.oldestAt.getTime() - b.oldestAt.getTime());
  } catch (error) {
    throw client.translate(error);
  }
}

/** The present entries of a bucket, as text: people may have written them by hand. */
export async function bucketEntries(
  client: NatsClient,
  name: string,
): Promise<{ key: string; text: string; at: Date }[]> {
  const bucket = await KvBucket.open<unknown>(client, name);
  const entries = new Map<string, { key: string; text: string; at: Date }>();
  const { ready, stop } = await bucket.watchText(({ key, value, at }) => {
    if (value === null) entries.delete(key);
    else entries.set(key, { key, text: value, at });
  });
  await ready;
  stop();
  return [...entries.values()];
}
