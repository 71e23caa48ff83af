import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../../ui/state-badge.js';
import { capital } from '../../../ui/text.js';
import { RelativeTime, Time } from '../../../ui/time.js';
import { utcText } from '../../../ui/time-text.js';
import type { ScheduleEntry } from '../use-schedules.js';
import styles from './schedule-panel.module.css';

interface Props {
  name: string;
  runs: ScheduleEntry['last_runs'];
  chambers: ScheduleEntry['chambers'];
  lastFire: string | null;
}

type Run = NonNullable<Props['runs']>[number];

/** The last run of each chamber in words, those before it as marks; each leads to its task. */
export const LastRuns = ({ name, runs, chambers, lastFire }: Props): React.JSX.Element => (
  <section className={styles['column']} aria-label={`Last runs of ${name}`}>
    <h3>Last runs</h3>
    {!runs && <p className="muted">Unknown: Postgres does not answer.</p>}
    {runs?.length === 0 && <p className="muted">None yet.</p>}
    {runs && runs.length > 0 && (
      <ul className={styles['runs']}>
        {chambers.map((chamber) => (
          <ChamberRuns key={chamber} chamber={chamber} runs={runs.filter((run) => run.chamber === chamber)} />
        ))}
      </ul>
    )}
    {runs && runs.length > 0 && lastFire && (
      <p className="muted">
        Last tick <Time at={lastFire} />
      </p>
    )}
  </section>
);

function ChamberRuns({ chamber, runs }: { chamber: string; runs: Run[] }): React.JSX.Element {
  const [last, ...before] = runs;
  return (
    <li className={styles['run']}>
      <span>{capital(chamber)}</span>
      {last ? (
        <>
          <Link to="/tasks/$id" params={{ id: last.id }} title={last.error?.message}>
            <StateBadge state={last.state} />
          </Link>
          <span className="muted">
            {last.error ? `${last.error.code}, ` : ''}
            <RelativeTime at={last.times.finished ?? last.times.started ?? last.times.queued} />
          </span>
          <span className={styles['marks']}>
            {before.map((run) => (
              <Link
                key={run.id}
                to="/tasks/$id"
                params={{ id: run.id }}
                className={styles['mark']}
                data-state={run.state}
                aria-label={`${run.state}, queued ${utcText(run.times.queued)}`}
                title={`${run.state}, queued ${utcText(run.times.queued)}${run.error ? `\n${run.error.message}` : ''}`}
              />
            ))}
          </span>
        </>
      ) : (
        <span className="muted">None yet</span>
      )}
    </li>
  );
}
