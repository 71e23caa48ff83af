/** Short enough to be waited for; the proportions are those of production. */
export const ACK_WAIT_MS = 2_000;
/** A freeze or cut must outlast the ack wait: only then does another worker take over. */
export const OUTAGE_MS = ACK_WAIT_MS + 1_000;
/** What the system promises: work goes on within this of a fault's end. */
export const RESUMES_WITHIN_MS = ACK_WAIT_MS + 10_000;

/**
 * The bound is for a machine that has nothing else to do. In a chaos run a dozen processes share its cores, so of a single
 * round only a multiple of it is asked; the median of all rounds must keep the bound itself.
 */
export const RESUMES_LATEST_MS = RESUMES_WITHIN_MS * Number(process.env['ROTUNDA_TEST_SLACK'] ?? 4);

/** Whoever waits for longer hangs. In a test speed is printed and not judged: it runs on slow machines too. */
export const HANGS_AFTER_MS = 240_000;

/** What every service is started with. */
export const FAST: Record<string, string> = {
  TASK_RETRY_DELAY_MS: '1000',
  TASK_HEARTBEAT_MS: '500',
  TASK_PROGRESS_MS: '250',
  WORKER_STOP_GRACE_MS: '300',
  SITE_RETRY_DELAY_MS: '100',
  // A site that holds its answer back, for as long as it takes to bring work to all points, is not given up.
  SITE_TIMEOUT_MS: '60000',
  HOUSE_REQUEST_INTERVAL_MS: '0',
  SENATE_REQUEST_INTERVAL_MS: '0',
};
