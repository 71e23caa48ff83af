import type { Check } from './check.js';
import { chromium } from './checks/chromium.js';
import { clock } from './checks/clock.js';
import { disk } from './checks/disk.js';
import { files } from './checks/files.js';
import { memory } from './checks/memory.js';
import { nats } from './checks/nats.js';
import { ports } from './checks/ports.js';
import { postgres } from './checks/postgres.js';
import { queue } from './checks/queue.js';
import { schedules } from './checks/schedules.js';
import { secrets } from './checks/secrets.js';
import { settings } from './checks/settings.js';
import { sites } from './checks/sites.js';
import { versions } from './checks/versions.js';
import { workers } from './checks/workers.js';

/** All checks, in the order in which they are shown: what others depend on comes first. */
export const CHECKS: readonly Check[] = [
  ...[versions, settings, files, secrets, ports, disk, memory],
  ...[nats, postgres, clock, workers, queue, schedules, sites, chromium],
];
