import type { CleanedEnv } from 'envalid';
import { natsSettings } from '#rotunda/messaging';
import { databaseSettings, readSettings } from '#rotunda/persistence';
import { days, duration, httpSettings, logSettings, tracingSettings } from '#rotunda/runtime';
import { planSettings, taskSettings } from '#rotunda/tasks';
import { accessSettings } from './access/settings.js';
import { cacheSettings } from './http/cache/settings.js';
import { exportSettings } from './exports/settings.js';

const DEFAULT_PORT = 8080;
const DAY_MS = 24 * 60 * 60 * 1_000;

export const settings = {
  ...httpSettings(DEFAULT_PORT),
  ...logSettings,
  ...tracingSettings,
  ...natsSettings,
  ...databaseSettings,
  ...readSettings,
  TASK_MAX_RETRIES: taskSettings.TASK_MAX_RETRIES,
  ...planSettings,
  RESULT_RETENTION_MS: duration({
    default: DAY_MS,
    least: 1_000,
    most: 365 * DAY_MS,
    desc: 'How long NATS keeps the state of an ended task; after that it is in the history in Postgres',
  }),
  TASK_RUN_RETENTION_DAYS: days({ default: 365, most: 36_500, desc: 'How long Postgres keeps the history of tasks' }),
  ...accessSettings,
  ...cacheSettings,
  ...exportSettings,
  AUDIT_RETENTION_DAYS: days({
    default: 730,
    least: 30,
    most: 36_500,
    desc: 'How long Postgres keeps the audit trail; it refuses to delete anything of the last 30 days',
  }),
};

export type GatewayConfig = CleanedEnv<typeof settings>;
