import 'reflect-metadata';
import { startService } from '#rotunda/runtime';
import { settings } from './config.js';
import { SchedulerModule, SERVICE } from './scheduler.module.js';

await startService(SERVICE, settings, (config) => ({ module: SchedulerModule.forRoot(config) }));
