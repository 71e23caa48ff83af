import {
  BUCKETS,
  type Chamber,
  type ScheduleState,
  type SiteBudget,
  type SiteState,
  type TaskState,
  type UniqueClaim,
  type WorkerNameClaim,
  type WorkerState,
} from '#rotunda/contracts';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { credentialsOf, type NatsSettings } from './connection/credentials.js';
import { NatsClient } from './connection/nats-client.js';
import { ControlChannel } from './control-channel.js';
import { ConsumerRepair } from './delivery/consumer-repair.js';
import { PullWatch } from './delivery/pull-watch.js';
import { KvBucket } from './kv/kv-bucket.js';
import { ConsumerHealth, NatsHealth } from './nats-health.js';
import { AuditStream } from './streams/audit-stream.js';
import { CommandQueue } from './streams/command-queue.js';
import { DeadLetterStream } from './streams/dead-letter-stream.js';
import { DisclosureStream } from './streams/disclosure-stream.js';
import { HistoryReader } from './streams/history-reader.js';
import { TaskLogStream } from './streams/task-log-stream.js';
import { verifyTopology } from './topology.js';

/** Nest can't tell apart instances of one generic class, so each KV bucket has a token. */
export const TASKS_BUCKET = Symbol('KV tasks');
export const WORKERS_BUCKET = Symbol('KV workers');
export const SCHEDULES_BUCKET = Symbol('KV schedules');
export const SITES_BUCKET = Symbol('KV sites');
export const CLAIMS_BUCKET = Symbol('KV claims');

export type TasksBucket = KvBucket<TaskState>;
export type WorkersBucket = KvBucket<WorkerState | WorkerNameClaim>;
export type SchedulesBucket = KvBucket<ScheduleState>;
export type SitesBucket = KvBucket<SiteState | SiteBudget>;
export type ClaimsBucket = KvBucket<UniqueClaim>;

export interface MessagingOptions {
  settings: NatsSettings;
  /** The service: the connection's name in NATS's monitoring, and the user whose rights it needs. */
  name: string;
  /** The chamber whose consumers are checked for readiness; set only in scrapers. */
  chamber?: Chamber;
}

/** The process's NATS connection, streams and buckets. Start fails if `setup` has not run. */
@Module({})
export class MessagingModule {
  static forRoot({ settings, name, chamber }: MessagingOptions): DynamicModule {
    const providers: Provider[] = [
      { provide: NatsClient, useFactory: () => connectAndVerify(settings, name) },
      { provide: NatsHealth, inject: [NatsClient], useFactory: (client: NatsClient) => new NatsHealth(client) },
      ...[CommandQueue, DeadLetterStream, TaskLogStream, DisclosureStream, HistoryReader, AuditStream, ConsumerRepair],
      ControlChannel,
      bucketProvider(TASKS_BUCKET, BUCKETS.tasks),
      bucketProvider(WORKERS_BUCKET, BUCKETS.workers),
      bucketProvider(SCHEDULES_BUCKET, BUCKETS.schedules),
      bucketProvider(SITES_BUCKET, BUCKETS.sites),
      bucketProvider(CLAIMS_BUCKET, BUCKETS.claims),
    ];
    if (chamber) {
      const useFactory = (client: NatsClient, pulls: PullWatch) => new ConsumerHealth(client, chamber, pulls);
      providers.push({ provide: PullWatch, useFactory: () => new PullWatch() });
      providers.push({ provide: ConsumerHealth, inject: [NatsClient, PullWatch], useFactory });
    }
    return { module: MessagingModule, global: true, providers, exports: providers };
  }
}

function bucketProvider(provide: symbol, bucket: string): Provider {
  return { provide, inject: [NatsClient], useFactory: (client: NatsClient) => KvBucket.open(client, bucket) };
}

async function connectAndVerify(settings: NatsSettings, name: string): Promise<NatsClient> {
  const credentials = credentialsOf(settings, name);
  const client = await NatsClient.connect(settings.NATS_URL, name, { storeDir: settings.NATS_STORE_DIR, credentials });
  await verifyTopology(client, name);
  return client;
}
