import 'reflect-metadata';
import { JetStreamServer, NatsClient, PullWatch } from '#rotunda/messaging';
import { startService } from '#rotunda/runtime';
import { CommandGate } from '#rotunda/scraping';
import { Logger } from '@nestjs/common';
import { settings } from './config.js';
import { SenateScraperModule, SERVICE } from './senate-scraper.module.js';
import { refusalWithoutTerms } from './site/terms.js';

await startService(SERVICE, settings, (config) => ({
  module: SenateScraperModule.forRoot(config),
  prepare: () => {
    const refusal = refusalWithoutTerms(config);
    if (refusal) new Logger('Terms').warn(refusal);
  },
  transport: (app) =>
    new JetStreamServer(app.get(NatsClient), { gate: app.get(CommandGate), pulls: app.get(PullWatch) }),
}));
