import 'reflect-metadata';
import { JetStreamServer, NatsClient, PullWatch } from '#rotunda/messaging';
import { startService } from '#rotunda/runtime';
import { CommandGate } from '#rotunda/scraping';
import { WorkerLife, workerSlots, workerStopsWithinMs } from '#rotunda/tasks';
import { settings } from './config.js';
import { HouseScraperModule, SERVICE } from './house-scraper.module.js';

await startService(SERVICE, settings, (config) => ({
  module: HouseScraperModule.forRoot(config),
  stopWithinMs: workerStopsWithinMs(config),
  transport: (app) => {
    const slotsOf = workerSlots(config.WORKER_CONCURRENCY);
    const options = { slotsOf, gate: app.get(CommandGate), pulls: app.get(PullWatch) };
    return app.get(WorkerLife).drains(new JetStreamServer(app.get(NatsClient), options));
  },
}));
