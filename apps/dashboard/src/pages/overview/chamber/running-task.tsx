import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLive } from '../../../api/live/use-live.js';
import type { Task } from '../../../api/tasks.js';
import { leftText, paceOf, rateText, type Sample, withSample } from '../../../ui/pace.js';
import { Progress } from '../../../ui/progress.js';
import { capital, countText, plural } from '../../../ui/text.js';
import { useNow } from '../../../ui/use-now.js';
import styles from './chamber.module.css';

/** A task that runs now: how far it is, how quickly it goes, how long it will still take. */
export function RunningTask({ task: { id, name, progress, args } }: { task: Task }): React.JSX.Element {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useLive(['task'], ({ data }) => {
    if (data.id !== id) return;
    const { done } = data.progress;
    setSamples((before) => withSample(before, { at: Date.now(), done }));
  });
  const { phase, done, total, saved } = progress;
  const pace = paceOf(samples, total, useNow());
  const what = `${capital(name)}${windowText(args)}`;
  return (
    <div className={styles['running']}>
      <div className={styles['runningHead']}>
        <Link to="/tasks/$id" params={{ id }}>
          {what}
        </Link>
        <span className="muted">{phase}</span>
      </div>
      <Progress done={done} total={total} label={what} />
      <div className={styles['runningFoot']}>
        <span className="numbers">
          {total > 0 ? `${countText(done)} of ${plural(total, 'filing')}` : plural(done, 'filing')}
          {saved > 0 && `, ${plural(saved, 'trade')} saved`}
        </span>
        {pace && (
          <span className="numbers">
            {rateText(pace.perSecond)}
            {pace.leftMs !== null && `, ${leftText(pace.leftMs)}`}
          </span>
        )}
      </div>
    </div>
  );
}

function windowText({ start_date: from, end_date: to, days_back: days }: Task['args']): string {
  if (typeof from === 'string') return ` of ${from} to ${typeof to === 'string' ? to : 'today'}`;
  return typeof days === 'number' ? ` of the last ${plural(days, 'day')}` : '';
}
