/** Why a task is not running, or that it is. */
export const WHY_REASONS = [
  'running',
  'ended',
  'waiting_for_retry',
  'expired',
  'not_published',
  'command_lost',
  'chamber_paused',
  'breaker_open',
  'waiting_for_postgres',
  'no_worker',
  'workers_busy',
  'queued',
  'group',
] as const;
export type WhyReason = (typeof WHY_REASONS)[number];
