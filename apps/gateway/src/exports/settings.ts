import { count, duration } from '#rotunda/runtime';

const MINUTE_MS = 60_000;

export const exportSettings = {
  EXPORTS_AT_ONCE: count({
    default: 3,
    least: 1,
    most: 100,
    desc: 'How many exports may run at a time; each holds a connection of DATABASE_POOL_SIZE and about 50 MB',
  }),
  EXPORT_STALLED_AFTER_MS: duration({
    default: MINUTE_MS,
    least: 1_000,
    most: 60 * MINUTE_MS,
    desc: 'How long an export waits for a client that takes nothing, before it is cut',
  }),
};
