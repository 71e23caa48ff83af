import { Link } from '@tanstack/react-router';
import { useMay } from '../../../api/session.js';
import { siteStatus } from '../../../api/site-status.js';
import { useSites } from '../../../api/sites.js';
import { MOST_TASKS, type Task } from '../../../api/tasks.js';
import { Facts } from '../../../ui/facts.js';
import { SkeletonLines } from '../../../ui/notice.js';
import { Panel } from '../../../ui/panel.js';
import { Badge, StateBadge } from '../../../ui/state-badge.js';
import { capital, countText, plural } from '../../../ui/text.js';
import { RelativeTime } from '../../../ui/time.js';
import type { ChamberOverview } from '../use-overview.js';
import { ResultFigures } from './result-figures.js';
import { RunningTask } from './running-task.js';
import { ScrapeNow } from './scrape-now.js';
import { StaleNotice } from './stale-notice.js';
import styles from './chamber.module.css';

interface Props {
  overview: ChamberOverview;
  running: Task[];
  queued: Task[];
}

const MOST_SHOWN = 4;
/** A run that waits, runs or succeeded is shown as such. */
const ENDED_BADLY = new Set<Task['state']>(['FAILURE', 'REVOKED', 'RETRY']);

/** What a chamber did last, does now and does next. */
export function ChamberCard({ overview, running, queued }: Props): React.JSX.Element {
  const { chamber, last_success: success, last_run: run, next_run: next } = overview;
  const may = useMay('act');
  const isOn = running.length > 0 || queued.length > 0;
  return (
    <Panel
      title={
        <span className={styles['title']}>
          {capital(chamber)} <ChamberBadge chamber={chamber} isRunning={running.length > 0} />
        </span>
      }
      actions={may && <ScrapeNow chamber={chamber} />}
    >
      <div className={styles['card']}>
        {overview.stale && !(overview.stale.code === 'never_succeeded' && isOn) && (
          <StaleNotice stale={overview.stale} lastRun={run} />
        )}
        {running.slice(0, MOST_SHOWN).map((task) => (
          <RunningTask key={`${task.id}:${task.run}`} task={task} />
        ))}
        {running.length > MOST_SHOWN && (
          <Link to="/tasks" search={{ chamber, state: 'STARTED' }}>
            {plural(running.length - MOST_SHOWN, 'more task runs', 'more tasks run')}
          </Link>
        )}
        <Facts
          facts={[
            ['Last success', success ? lastSuccess(success) : 'None yet'],
            ['Last run', run && ENDED_BADLY.has(run.state) ? lastRun(run) : null],
            ['Next run', next ? nextRun(next) : 'None is scheduled'],
            ['Waiting', queued.length > 0 ? waiting(queued.length, overview) : null],
          ]}
        />
      </div>
    </Panel>
  );
}

function ChamberBadge({ chamber, isRunning }: { chamber: string; isRunning: boolean }): React.JSX.Element | null {
  const site = useSites().data?.find((one) => one.chamber === chamber);
  const status = site && siteStatus(site);
  if (status?.reason) return <Badge tone={status.tone}>{status.word}</Badge>;
  return isRunning ? <Badge tone="active">Running</Badge> : null;
}

const lastSuccess = (success: NonNullable<ChamberOverview['last_success']>): React.JSX.Element => (
  <div className={styles['stack']}>
    <Link to="/tasks/$id" params={{ id: success.task_id }}>
      <RelativeTime at={success.finished_at} />
    </Link>
    <ResultFigures result={success.result} />
  </div>
);

const lastRun = (run: Task): React.JSX.Element => (
  <div className={styles['stack']}>
    <span className={styles['line']}>
      <StateBadge state={run.state} />
      <Link to="/tasks/$id" params={{ id: run.id }}>
        <RelativeTime at={run.times.finished ?? run.times.started ?? run.times.queued} />
      </Link>
    </span>
    {run.error && <span className="muted">{run.error.message}</span>}
  </div>
);

const nextRun = (next: NonNullable<ChamberOverview['next_run']>): React.JSX.Element => (
  <span className={styles['text']}>
    <RelativeTime at={next.at} /> <span className="muted">by</span> <Link to="/schedules">{next.schedule}</Link>
  </span>
);

const waiting = (count: number, { chamber }: ChamberOverview): React.JSX.Element => (
  <Link to="/tasks" search={{ chamber, state: 'PENDING' }}>
    {count >= MOST_TASKS ? `${countText(count)} tasks or more` : plural(count, 'task')}
  </Link>
);

export const ChamberSkeleton = ({ chamber }: { chamber: string }): React.JSX.Element => (
  <Panel title={capital(chamber)}>
    <SkeletonLines lines={3} />
  </Panel>
);
