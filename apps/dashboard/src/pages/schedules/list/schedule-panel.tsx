import { Panel } from '../../../ui/panel.js';
import { Badge } from '../../../ui/state-badge.js';
import { capital } from '../../../ui/text.js';
import { RelativeTime } from '../../../ui/time.js';
import type { ScheduleEntry } from '../use-schedules.js';
import { useWhenWords } from '../when-words.js';
import { LastRuns } from './last-runs.js';
import { NextFires } from './next-fires.js';
import { ScheduleActions } from './schedule-actions.js';
import styles from './schedule-panel.module.css';

interface Props {
  schedule: ScheduleEntry;
  isShipped: boolean;
}

/** What a schedule does, when, and what came of it. */
export function SchedulePanel({ schedule, isShipped }: Props): React.JSX.Element {
  const { name, paused_at } = schedule;
  return (
    <Panel
      title={
        <span className={styles['title']}>
          {name}
          {paused_at && (
            <Badge tone="warning">
              <span>
                Paused <RelativeTime at={paused_at} />
              </span>
            </Badge>
          )}
        </span>
      }
      actions={<ScheduleActions schedule={schedule} isShipped={isShipped} />}
    >
      <div className={styles['columns']}>
        <What schedule={schedule} />
        <NextFires schedule={schedule} />
        <LastRuns name={name} runs={schedule.last_runs} chambers={schedule.chambers} lastFire={schedule.last_fire} />
      </div>
    </Panel>
  );
}

function What({ schedule }: { schedule: ScheduleEntry }): React.JSX.Element {
  const { task, chambers, args, cron, every, timezone, overlap, catch_up, expires } = schedule;
  const words = useWhenWords(schedule);
  const given = Object.entries(args);
  return (
    <div className={styles['column']}>
      <p className={styles['when']}>{words ?? cron ?? every}</p>
      <p className="muted">
        <code>{cron ?? every}</code>
        {cron !== null && ` in ${timezone}`}
      </p>
      <p>
        {capital(task)} of {chambers.map(capital).join(' and ')}
      </p>
      {given.length > 0 && (
        <ul className={styles['args']} aria-label="Arguments">
          {given.map(([field, value]) => (
            <li key={field}>
              <code>{value === true ? field : `${field}: ${JSON.stringify(value)}`}</code>
            </li>
          ))}
        </ul>
      )}
      <p className={styles['rules']}>
        {overlap === 'skip' ? 'Skips a tick while the last one is unfinished' : 'Runs beside an unfinished tick'};{' '}
        {catch_up === 'latest' ? 'makes up for the latest missed tick' : 'does not make up for missed ticks'}
        {expires && '; a command expires with the next tick'}.
      </p>
    </div>
  );
}
