import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../../../ui/loaded.js';
import { Empty, SkeletonLines } from '../../../ui/notice.js';
import { Panel } from '../../../ui/panel.js';
import { TradeRow } from './trade-row.js';
import { useNewestTrades } from './use-trades.js';
import styles from './trades.module.css';

/** The trades that were stored last; new ones come in at the top. */
export function TradesPanel(): React.JSX.Element {
  const trades = useNewestTrades();
  const [openedAt] = useState(() => new Date().toISOString());
  return (
    <Panel title="Newest trades" actions={<Link to="/filings">All filings</Link>} flush>
      <Loaded query={trades} loading={<TradesSkeleton />}>
        {(loaded) =>
          loaded.length === 0 ? (
            <Empty title="No trades yet.">They appear here as soon as a scrape has read the first filing.</Empty>
          ) : (
            <ol className={styles['trades']}>
              {loaded.map((trade) => (
                <TradeRow key={trade.id} trade={trade} isNew={trade.recorded_at > openedAt} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Panel>
  );
}

const TradesSkeleton = (): React.JSX.Element => (
  <div className={styles['skeleton']}>
    <SkeletonLines lines={8} />
  </div>
);
