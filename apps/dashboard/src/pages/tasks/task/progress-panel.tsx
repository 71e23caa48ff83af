import { useState } from 'react';
import { leftText, type Pace, paceOf, rateText, type Sample, withSample } from '../../../ui/pace.js';
import { Panel } from '../../../ui/panel.js';
import { Progress } from '../../../ui/progress.js';
import { countText } from '../../../ui/text.js';
import { useNow } from '../../../ui/use-now.js';
import { Figures } from './result/figures.js';
import styles from './task.module.css';

interface Props {
  progress: { phase: string; done: number; total: number; saved: number; skipped: number; errors: number };
  /** Whether the total is final. */
  isKnown?: boolean;
  isRunning: boolean;
}

/** How far it is, how fast, and how long it will take. */
export function ProgressPanel({ progress, isKnown = true, isRunning }: Props): React.JSX.Element {
  const { phase, done, total, saved, skipped, errors } = progress;
  const pace = usePace(done, isKnown ? total : 0);
  return (
    <Panel title="Progress" actions={<span className="muted">{phase}</span>}>
      <div className={styles['progress']}>
        <div className={styles['progressLine']}>
          <span>
            <strong>{countText(done)}</strong>
            {total > 0 && ` of ${countText(total)}${isKnown ? '' : ' or more'}`} filings
          </span>
          {isRunning && pace && (
            <span className="muted">
              {rateText(pace.perSecond)}
              {pace.leftMs !== null && `, ${leftText(pace.leftMs)}`}
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

/** By what was done while the page showed it. */
function usePace(done: number, total: number): Pace | null {
  const now = useNow();
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const next = withSample(samples, { at: now, done });
  if (next !== samples) setSamples(next);
  return paceOf(samples, total, now);
}
