import { countText } from '../../../ui/text.js';
import type { ChamberOverview } from '../use-overview.js';
import styles from './chamber.module.css';

type Result = NonNullable<ChamberOverview['last_success']>['result'];

/** What a scrape brought. */
export function ResultFigures({ result }: { result: Result }): React.JSX.Element | null {
  if (!result || !('filings' in result) || !('start_date' in result)) return null;
  const { stats, filings, status, start_date: from, end_date: to } = result;
  const counts: [number, string][] = [
    [filings.listed, filings.listed === 1 ? 'filing' : 'filings'],
    [stats.saved, stats.saved === 1 ? 'trade saved' : 'trades saved'],
    [stats.skipped, 'already stored'],
    [stats.errors, 'unreadable'],
  ];
  return (
    <span className={styles['figures']}>
      {counts.map(([count, name]) => (
        <span key={name} className="numbers">
          <strong>{countText(count)}</strong> {name}
        </span>
      ))}
      <span className="numbers">
        {from} to {to}
      </span>
      {status === 'partial' && <strong>a part of it could not be done</strong>}
    </span>
  );
}
