import { JetStreamServer, NatsClient, PullWatch } from '#rotunda/messaging';
import { type Settings, startService } from '#rotunda/runtime';
import { WorkerLife, workerSlots, workerStopsWithinMs } from '#rotunda/tasks';
import type { TaskSettings } from '#rotunda/tasks';
import { Logger } from '@nestjs/common';
import { CommandGate } from '../gates/command-gate.js';
import { MISSING_TERMS } from '../gates/missing-terms.js';
import { ScraperModule } from './scraper.module.js';
import { type Scraper, scraperSettings, serviceOf } from './scraper.js';

/** Starts a chamber's scraper service. */
export async function startScraper<S extends Settings>(scraper: Scraper<S>): Promise<void> {
  await startService(serviceOf(scraper.chamber), scraperSettings(scraper), (config) => {
    const tasks = config as unknown as TaskSettings;
    return {
      module: ScraperModule.forScraper(scraper, config),
      stopWithinMs: workerStopsWithinMs(tasks),
      prepare: (app) => {
        const refusal = app.get<string | null>(MISSING_TERMS);
        if (refusal) new Logger('Terms').warn(refusal);
      },
      transport: (app) => {
        const slotsOf = workerSlots(tasks.WORKER_CONCURRENCY);
        const options = { slotsOf, gate: app.get(CommandGate), pulls: app.get(PullWatch) };
        return app.get(WorkerLife).drains(new JetStreamServer(app.get(NatsClient), options));
      },
    };
  });
}
