import {
  BUCKETS,
  CheckCommand,
  type CheckResult,
  commandSubject,
  laneSubject,
  ScrapeCommand,
  type TaskState,
} from '#rotunda/contracts';
import {
  CommandQueue,
  ControlChannel,
  DeadLetterStream,
  JetStreamContext,
  JetStreamServer,
  KvBucket,
  NatsClient,
  TaskLogStream,
} from '#rotunda/messaging';
import { systemClock } from '#rotunda/runtime';
import type { RunningTask } from '../src/worker/attempt.js';
import { ControlListener } from '../src/worker/control-listener.js';
import { DeadLetters } from '../src/queue/dead-letters.js';
import type { TaskSettings } from '../src/settings.js';
import { TaskLogs } from '../src/worker/task-logs.js';
import { workerSlots } from '../src/state/task-policy.js';
import { TaskRunner } from '../src/worker/task-runner.js';
import { TaskStore } from '../src/queue/task-store.js';
import { WorkerLife } from '../src/worker/worker-life.js';
import { type WorkerIdentity, WorkerRegistry } from '../src/worker/worker-registry.js';

export const SUBJECT = commandSubject('house', 'scrape');
export const LONG_SUBJECT = laneSubject('house', 'scrape', 'long');
const CHECKS = commandSubject('house', 'check');
export const SETTINGS: TaskSettings = {
  TASK_MAX_RETRIES: 2,
  TASK_RETRY_DELAY_MS: 100,
  TASK_MAX_CRASHES: 5,
  TASK_SOFT_LIMIT_MS: 30_000,
  TASK_HARD_LIMIT_MS: 60_000,
  TASK_HEARTBEAT_MS: 500,
  TASK_PROGRESS_MS: 50,
  WORKER_CONCURRENCY: 1,
  SCRAPE_LONG_WINDOW_DAYS: 31,
  WORKER_STOP_GRACE_MS: 0,
  WORKER_STUCK_MS: 0,
  WORKER_RECYCLE_AFTER: 10,
  WORKER_MAX_MEMORY_MB: 0,
  WORKER_MAX_TASKS: 0,
};

export type Work = (task: RunningTask<ScrapeCommand>) => Promise<CheckResult>;

/** A worker like a scraper, with the test's own work. */
export interface TestWorker {
  runner: TaskRunner;
  server: JetStreamServer;
  client: NatsClient;
  life: WorkerLife;
  listener: ControlListener;
  registry: WorkerRegistry;
}

export async function startTestWorker(url: string, work: Work, settings: Partial<TaskSettings>): Promise<TestWorker> {
  const client = await NatsClient.connect(url, 'worker');
  const identity: WorkerIdentity = { service: 'test-worker', chamber: 'house', version: '0', tasks: ['scrape'] };
  const registry = new WorkerRegistry(await KvBucket.open(client, BUCKETS.workers), identity, systemClock);
  const store = new TaskStore(await KvBucket.open<TaskState>(client, BUCKETS.tasks));
  const limits = { ...SETTINGS, ...settings };
  const life = new WorkerLife(limits);
  const runner = new TaskRunner(
    new CommandQueue(client),
    store,
    new DeadLetters(new DeadLetterStream(client), systemClock),
    registry,
    limits,
    life,
    new TaskLogs(new TaskLogStream(client), registry, systemClock),
    systemClock,
  );
  const server = new JetStreamServer(client, { slotsOf: workerSlots(limits.WORKER_CONCURRENCY) });
  const listener = new ControlListener(new ControlChannel(client), registry, life, identity);
  for (const subject of [SUBJECT, LONG_SUBJECT]) {
    server.addHandler(subject, (_data: unknown, { delivery }: JetStreamContext) =>
      runner.run(delivery, ScrapeCommand, work),
    );
  }
  server.addHandler(CHECKS, (_data: unknown, { delivery }: JetStreamContext) =>
    runner.run(delivery, CheckCommand, work),
  );
  await server.listen((error) => {
    if (error) throw error as Error;
  });
  return { runner, server, client, life, listener, registry };
}

export async function stopTestWorker({ runner, server, client }: TestWorker): Promise<void> {
  runner.onModuleDestroy();
  await server.close();
  await client.close();
}
