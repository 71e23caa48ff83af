import { durationText, localText, utcText } from '../../../ui/time-text.js';
import { RelativeTime, Time } from '../../../ui/time.js';
import { useNow } from '../../../ui/use-now.js';
import type { ScheduleEntry } from '../use-schedules.js';
import styles from './schedule-panel.module.css';

const Countdown = ({ at }: { at: string }): React.JSX.Element => {
  const left = Date.parse(at) - useNow();
  return (
    <time dateTime={at} title={`${utcText(at)}\n${localText(at)}`} className="numbers">
      {left > 0 ? `in ${durationText(Math.max(1_000, Math.round(left / 1_000) * 1_000))}` : 'due now'}
    </time>
  );
};

/** The next five, the first with a countdown. */
export const NextFires = ({ schedule }: { schedule: ScheduleEntry }): React.JSX.Element => (
  <section className={styles['column']} aria-label={`Next ticks of ${schedule.name}`}>
    <h3>{schedule.paused_at ? 'Next, if it were not paused' : 'Next'}</h3>
    <FireList fires={schedule.next_fires} isMuted={schedule.paused_at !== null} />
  </section>
);

export const FireList = ({ fires, isMuted = false }: { fires: string[]; isMuted?: boolean }): React.JSX.Element => (
  <ol className={styles['fires']} {...(isMuted && { 'data-muted': true })}>
    {fires.map((at, index) => (
      <li key={at} className={styles['fire']}>
        <Time at={at} seconds={new Date(at).getUTCSeconds() > 0} />
        <span className="muted">{index === 0 ? <Countdown at={at} /> : <RelativeTime at={at} />}</span>
      </li>
    ))}
  </ol>
);
