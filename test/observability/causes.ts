import { tradeSubject } from '#rotunda/contracts';
import type { WatchedStack } from './watched-stack.js';

const HOUR_MS = 60 * 60_000;

export interface Cause {
  what: string;
  /** The alerts that it fires, each with labels that it must have. */
  fires: [alert: string, labels: Record<string, string>][];
  begin(stack: WatchedStack): Promise<void> | void;
  /** Puts it right, as docs/troubleshooting.md says. */
  end(stack: WatchedStack): Promise<void> | void;
}

const house = { chamber: 'house' };
const senate = { chamber: 'senate' };
const jobs = (alert: string, ...services: string[]): Cause['fires'] =>
  services.map((service) => [alert, { job: `rotunda-${service}` }]);

/** A schedule whose last tick, two hours ago, has not fired. */
function overdue(catch_up: 'latest' | 'none'): string {
  const at = new Date(Date.now() - 2 * HOUR_MS);
  const cron = `${at.getUTCMinutes()} ${at.getUTCHours()} * * *`;
  const last_fire = new Date(at.getTime() - HOUR_MS).toISOString();
  return JSON.stringify({ cron, task: 'check', chambers: ['house'], last_fire, catch_up });
}

async function eachSchedule(stack: WatchedStack, action: 'pause' | 'resume'): Promise<void> {
  const { schedules } = await stack.api<{ schedules: { name: string }[] }>('schedules', 'GET');
  for (const { name } of schedules) await stack.api(`schedules/${name}/${action}`);
}

export const CAUSES: Cause[] = [
  {
    what: 'the scheduler is killed',
    fires: jobs('RotundaServiceDown', 'scheduler'),
    begin: (stack) => stack.service('scheduler').end('SIGKILL'),
    end: (stack) => stack.service('scheduler').start(),
  },
  {
    what: 'the only worker of a chamber stops, and a command and an announcement wait for it',
    fires: [
      ...jobs('RotundaServiceDown', 'senate-scraper'),
      ['RotundaNoWorker', senate],
      ['RotundaQueueStuck', { ...senate, kind: 'scrape' }],
      ['RotundaAnnouncementsBehind', {}],
    ],
    async begin(stack) {
      await stack.service('senate-scraper').end('SIGTERM');
      // Of filings that are new: with their commit, all announcements leave.
      await stack.submit('senate', '2025-10-01');
      await stack.sql(
        `INSERT INTO outbox (chamber, message_id, subject, payload)
         VALUES ('senate', 'waiting', '${tradeSubject('senate', 'EXMP')}', '{}')`,
      );
    },
    end: (stack) => stack.service('senate-scraper').start(),
  },
  {
    what: 'a worker freezes',
    fires: [['RotundaWorkerSilent', house]],
    begin: (stack) => stack.signal('house-scraper', 'SIGSTOP'),
    end: (stack) => stack.signal('house-scraper', 'SIGCONT'),
  },
  {
    what: 'NATS is killed',
    fires: jobs('RotundaNatsAway', 'gateway', 'scheduler', 'house-scraper', 'senate-scraper'),
    begin: (stack) => stack.nats.end('SIGKILL'),
    end: (stack) => stack.nats.start(),
  },
  {
    what: 'Postgres is killed',
    fires: jobs('RotundaPostgresAway', 'gateway', 'house-scraper', 'senate-scraper'),
    begin: (stack) => stack.postgres.end('SIGKILL'),
    end: (stack) => stack.postgres.start(),
  },
  {
    what: 'something keeps an event loop busy',
    fires: jobs('RotundaEventLoopSlow', 'senate-scraper'),
    begin: (stack) => stack.signal('senate-scraper', 'SIGUSR2'),
    end: (stack) => stack.signal('senate-scraper', 'SIGUSR2'),
  },
  {
    what: 'a service holds on to memory',
    fires: jobs('RotundaMemoryHigh', 'scheduler'),
    begin: (stack) => stack.signal('scheduler', 'SIGWINCH'),
    async end(stack) {
      await stack.service('scheduler').end('SIGTERM');
      await stack.service('scheduler').start();
    },
  },
  {
    what: 'the site changes its layout',
    fires: [
      ['RotundaSiteLayoutChanged', house],
      ['RotundaTasksFailing', { ...house, kind: 'scrape' }],
      ['RotundaDeadLetters', {}],
    ],
    async begin(stack) {
      stack.house.faults = { faults: [{ kind: 'changed_layout' }] };
      for (let n = 1; n <= 4; n++) await stack.submit('house');
    },
    async end(stack) {
      stack.house.faults = { faults: [] };
      await stack.succeeds(await stack.submit('house'));
    },
  },
  {
    what: 'the site refuses us',
    fires: [['RotundaSiteRefuses', house]],
    async begin(stack) {
      stack.house.faults = { faults: [{ kind: 'challenge' }] };
      await stack.submit('house');
    },
    async end(stack) {
      stack.house.faults = { faults: [] };
      await stack.api('sites/house/resume');
    },
  },
  {
    what: 'somebody pauses a chamber',
    fires: [['RotundaChamberPaused', senate]],
    begin: (stack) => stack.api('sites/senate/pause'),
    end: (stack) => stack.api('sites/senate/resume'),
  },
  {
    what: 'no scrape has succeeded for days',
    fires: [['RotundaNoRecentSuccess', house]],
    begin: (stack) =>
      stack.sql(
        `UPDATE task_runs SET finished_at = finished_at - interval '51 hours' WHERE chamber = 'house' AND name = 'scrape'`,
      ),
    end: async (stack) => stack.succeeds(await stack.submit('house')),
  },
  {
    what: 'the queue is too full for a tick',
    fires: [['RotundaScheduleLate', { schedule: 'late' }]],
    async begin(stack) {
      await stack.makeQueueFull(true);
      await stack.putSchedule('late', overdue('latest'));
    },
    async end(stack) {
      await stack.makeQueueFull(false);
    },
  },
  {
    what: 'no scheduler runs at the time of a tick',
    fires: [['RotundaScheduleMissed', { schedule: 'missed' }]],
    async begin(stack) {
      await stack.service('scheduler').end('SIGTERM');
      await stack.putSchedule('missed', overdue('none'));
      await stack.service('scheduler').start();
    },
    end: (stack) => stack.api('schedules/missed', 'DELETE'),
  },
  {
    what: 'all schedules are paused',
    fires: [['RotundaNothingScheduled', {}]],
    begin: (stack) => eachSchedule(stack, 'pause'),
    end: (stack) => eachSchedule(stack, 'resume'),
  },
  {
    what: 'somebody damages a schedule',
    fires: [['RotundaScheduleDamaged', {}]],
    begin: (stack) => stack.putSchedule('damaged', 'every now and then'),
    end: (stack) => stack.api('schedules/damaged', 'DELETE'),
  },
  {
    what: 'many filings wait for a review',
    fires: [['RotundaReviewsPileUp', house]],
    begin: (stack) =>
      stack.sql(
        `WITH filed AS (
           INSERT INTO filings (chamber, external_id, filing_type, title_raw, filer_name_raw, office_raw, filed_at_raw,
             status, document_url, first_task_id)
           SELECT 'house', 'doubtful-' || n, 'P', '', 'Example Sample', '', '', 'needs_review', '', 'test'
           FROM generate_series(1, 51) AS n RETURNING id)
         INSERT INTO reviews (filing_id, opened_by_task) SELECT id, 'test' FROM filed`,
      ),
    end: (stack) => stack.sql(`UPDATE reviews SET status = 'outdated' WHERE status = 'open'`),
  },
];
