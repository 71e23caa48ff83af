import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { commandSubject, ScrapeCommand } from '#rotunda/contracts';
import { JetStreamServer, MessagingModule, NatsClient, natsSettings } from '#rotunda/messaging';
import { httpSettings, logSettings, MetricsModule, startService } from '#rotunda/runtime';
import { TaskRunner, taskSettings, TasksModule, WorkerLife, workerStopsWithinMs } from '#rotunda/tasks';

/**
 * A worker for tests, whose tasks misbehave depending on `days_back`: SPINS blocks the event loop forever, HANGS
 * ignores its signal and never ends. All others succeed. In JavaScript, as the services that it stands for: tsx would
 * take three times as long to start it.
 */
const SPINS = 1;
const HANGS = 2;
const NEVER_MS = 2 ** 31 - 1;
const SERVICE = 'stuck-worker';
/** Shorter than in production: here everything that is waited for never comes. */
const STOP_TIMES = { workMs: 500, closeMs: Number(process.env['STUCK_WORKER_CLOSE_MS'] ?? 3_000) };

class StuckWorkerModule {}

async function work({ days_back }) {
  if (days_back === SPINS) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (days_back === HANGS) await delay(NEVER_MS);
  return { status: 'success', chamber: 'house', checks: [] };
}

await startService(SERVICE, { ...httpSettings(8084), ...logSettings, ...natsSettings, ...taskSettings }, (config) => ({
  module: {
    module: StuckWorkerModule,
    imports: [
      MessagingModule.forRoot({ settings: config, name: SERVICE, chamber: 'house' }),
      MetricsModule.forService(SERVICE),
      TasksModule.forWorker(
        { ...config, stopTimes: STOP_TIMES },
        { service: SERVICE, chamber: 'house', version: '0', tasks: ['scrape'] },
      ),
    ],
  },
  stopWithinMs: workerStopsWithinMs(config, STOP_TIMES),
  transport: (app) => {
    const server = new JetStreamServer(app.get(NatsClient));
    server.addHandler(commandSubject('house', 'scrape'), (_, { delivery }) =>
      app.get(TaskRunner).run(delivery, ScrapeCommand, ({ args }) => work(args)),
    );
    return app.get(WorkerLife).drains(server);
  },
}));
