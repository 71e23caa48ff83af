import 'reflect-metadata';
import { JetStreamServer, NatsClient, PullWatch } from '#rotunda/messaging';
import { startService } from '#rotunda/runtime';
import { CommandGate } from '#rotunda/scraping';
import { settings } from './config.js';
import { HouseScraperModule, SERVICE } from './house-scraper.module.js';

await startService(SERVICE, settings, (config) => ({
  module: HouseScraperModule.forRoot(config),
  transport: (app) =>
    new JetStreamServer(app.get(NatsClient), { gate: app.get(CommandGate), pulls: app.get(PullWatch) }),
}));
