import { type Chamber, CheckCommand, type CheckResult, commandSubject, TASK_ID_HEADER } from '#rotunda/contracts';
import {
  type Delivery,
  type JetStreamContext,
  JetStreamServer,
  MessagingModule,
  NatsClient,
  natsSettings,
} from '#rotunda/messaging';
import { MetricsModule, readConfiguration } from '#rotunda/runtime';
import { TaskRunner, type TaskSettings, TasksModule } from '#rotunda/tasks';
import { ConsoleLogger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';

const SETTINGS: TaskSettings = {
  TASK_MAX_RETRIES: 3,
  TASK_RETRY_DELAY_MS: 100,
  TASK_MAX_CRASHES: 5,
  TASK_SOFT_LIMIT_MS: 30_000,
  TASK_HARD_LIMIT_MS: 60_000,
  TASK_HEARTBEAT_MS: 500,
  TASK_PROGRESS_MS: 250,
  WORKER_CONCURRENCY: 1,
  SCRAPE_LONG_WINDOW_DAYS: 31,
  WORKER_STOP_GRACE_MS: 0,
  WORKER_STUCK_MS: 0,
  WORKER_RECYCLE_AFTER: 0,
  WORKER_MAX_MEMORY_MB: 0,
  WORKER_MAX_TASKS: 0,
};

/** A chamber's worker like a scraper, claims included, whose checks only count. */
export class CountingWorker {
  /** How often each task's work was done. */
  readonly done = new Map<string, number>();
  /** The stream sequences of each task's commands: a redelivery is not a further command. */
  readonly commands = new Map<string, Set<number>>();

  private constructor(
    private readonly module: TestingModule,
    private readonly server: JetStreamServer,
    private readonly chamber: Chamber,
  ) {}

  static async start(url: string, chamber: Chamber): Promise<CountingWorker> {
    const identity = { service: 'counting-worker', chamber, version: '0', tasks: ['check' as const] };
    const messaging = MessagingModule.forRoot({
      settings: readConfiguration(natsSettings, { NATS_URL: url }),
      name: identity.service,
      chamber,
    });
    const imports = [messaging, MetricsModule.forService('counting-worker'), TasksModule.forWorker(SETTINGS, identity)];
    // Not initialised: it needs neither the watchdog nor an entry in the list of workers.
    // Nest's own logger for tests would also print the errors of everything else in this process.
    const module = await Test.createTestingModule({ imports })
      .setLogger(new ConsoleLogger({ logLevels: [] }))
      .compile();
    const worker = new CountingWorker(module, new JetStreamServer(module.get(NatsClient)), chamber);
    await worker.listen();
    return worker;
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.module.close();
  }

  private async listen(): Promise<void> {
    const runner = this.module.get(TaskRunner);
    this.server.addHandler(commandSubject(this.chamber, 'check'), (_data: unknown, { delivery }: JetStreamContext) => {
      this.note(delivery);
      return runner.run(delivery, CheckCommand, async ({ id }) => this.count(id));
    });
    await this.server.listen((error) => {
      if (error) throw error as Error;
    });
  }

  private note(delivery: Delivery): void {
    const id = delivery.header(TASK_ID_HEADER)!;
    this.commands.set(id, (this.commands.get(id) ?? new Set()).add(delivery.sequence));
  }

  private count(id: string): CheckResult {
    this.done.set(id, (this.done.get(id) ?? 0) + 1);
    return { status: 'success', chamber: this.chamber, checks: [] };
  }
}
