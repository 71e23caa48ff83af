import { Panel } from '../../../ui/panel.js';
import { Progress } from '../../../ui/progress.js';
import { rateText, useRate } from '../../../ui/rate.js';
import { countText } from '../../../ui/text.js';
import { durationText } from '../../../ui/time-text.js';
import { Figures } from './result/figures.js';
import styles from './task.module.css';

interface Props {
  progress: { phase: string; done: number; total: number; saved: number; skipped: number; errors: number };
  /** Whether the total is final. */
  isKnown?: boolean;
  /** When none was done: the start of the attempt that runs; null while none runs. */
  since: string | null;
}

/** How far it is, how fast, and how long it will take. */
export function ProgressPanel({ progress, isKnown = true, since }: Props): React.JSX.Element {
  const { phase, done, total, saved, skipped, errors } = progress;
  const rate = useRate(done, since);
  const left = since !== null && rate !== null && isKnown && done < total ? ((total - done) / rate) * 1_000 : null;
  return (
    <Panel title="Progress" actions={<span className="muted">{phase}</span>}>
      <div className={styles['progress']}>
        <div className={styles['progressLine']}>
          <span>
            <strong>{countText(done)}</strong>
            {total > 0 && ` of ${countText(total)}${isKnown ? '' : ' or more'}`} filings
          </span>
          {since !== null && (
            <span className="muted">
              {[rate !== null && rateText(rate), left !== null && `${durationText(left)} left`]
                .filter(Boolean)
                .join(' · ')}
            </span>
          )}
        </div>
        <Progress done={done} total={isKnown ? total : 0} label="Filings that are done" />
        <Figures
          figures={[
            ['Trades saved', saved],
            ['Stored before', skipped],
            ['Rows not parsed', errors, 'bad'],
          ]}
        />
      </div>
    </Panel>
  );
}
