/** Short enough for a test to wait for, with the proportions of production. */
export const ACK_WAIT_MS = 2_000;
/** A freeze or cut must outlast the ack wait: only then does another worker take over. */
export const OUTAGE_MS = ACK_WAIT_MS + 1_000;
/** The promise of the system: work continues within this time after a fault's end. */
export const RESUMES_WITHIN_MS = ACK_WAIT_MS + 10_000;

/**
 * The promise is for an idle machine. In a chaos run a dozen processes share its cores, so a single round may take a
 * multiple of it; the median of all rounds must keep it.
 */
export const RESUMES_LATEST_MS = RESUMES_WITHIN_MS * Number(process.env['ROTUNDA_TEST_SLACK'] ?? 4);

/** Beyond this a test hangs. Tests print times and do not judge them, as they run on slow machines too. */
export const HANGS_AFTER_MS = 240_000;

/** Settings of every service. */
export const FAST: Record<string, string> = {
  TASK_RETRY_DELAY_MS: '1000',
  TASK_HEARTBEAT_MS: '500',
  TASK_PROGRESS_MS: '250',
  WORKER_STOP_GRACE_MS: '300',
  SITE_RETRY_DELAY_MS: '100',
  // Long: a site holds back its answer until work is at all points.
  SITE_TIMEOUT_MS: '60000',
  HOUSE_REQUEST_INTERVAL_MS: '0',
  SENATE_REQUEST_INTERVAL_MS: '0',
};
