import 'reflect-metadata';
import { JetStreamServer, NatsClient, PullWatch } from '#rotunda/messaging';
import { startService } from '#rotunda/runtime';
import { CommandGate } from '#rotunda/scraping';
import { WorkerLife, workerSlots, workerStopsWithinMs } from '#rotunda/tasks';
import { Logger } from '@nestjs/common';
import { settings } from './config.js';
import { SenateScraperModule, SERVICE } from './senate-scraper.module.js';
import { refusalWithoutTerms } from './site/terms.js';

await startService(SERVICE, settings, (config) => ({
  module: SenateScraperModule.forRoot(config),
  stopWithinMs: workerStopsWithinMs(config),
  prepare: () => {
    const refusal = refusalWithoutTerms(config);
    if (refusal) new Logger('Terms').warn(refusal);
  },
  transport: (app) => {
    const slotsOf = workerSlots(config.WORKER_CONCURRENCY);
    const options = { slotsOf, gate: app.get(CommandGate), pulls: app.get(PullWatch) };
    return app.get(WorkerLife).drains(new JetStreamServer(app.get(NatsClient), options));
  },
}));
