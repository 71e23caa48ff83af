import { ExternalLink } from 'lucide-react';
import { amountText } from '../../../ui/amount-text.js';
import { classes } from '../../../ui/classes.js';
import { capital } from '../../../ui/text.js';
import type { Trade } from './use-trades.js';
import styles from './trades.module.css';

const TYPES = { purchase: 'Purchase', sale: 'Sale', sale_partial: 'Partial sale', exchange: 'Exchange' };

export function TradeRow({ trade, isNew }: { trade: Trade; isNew: boolean }): React.JSX.Element {
  const { filing, type, owner, ticker, asset_name: asset, traded_on: tradedOn } = trade;
  return (
    <li className={classes(styles['trade'], isNew && styles['new'])}>
      <span className={classes(styles['type'], type === 'purchase' ? styles['purchase'] : styles['other'])}>
        {type ? TYPES[type] : trade.type_raw || 'Unknown type'}
      </span>
      <span className={styles['asset']} title={asset}>
        {asset || 'Unnamed asset'} {ticker && <code>{ticker}</code>}
      </span>
      <span className={classes(styles['amount'], 'numbers')}>{amountText(trade) ?? trade.amount_raw}</span>
      <span className={styles['who']}>
        {filing.filer_name_raw}, {capital(filing.chamber)}
        {owner && owner !== 'self' && ` (${owner})`}
      </span>
      <span className={classes(styles['dates'], 'numbers')}>
        traded {tradedOn ?? 'on an unknown day'}, filed {filing.filed_on ?? 'on an unknown day'}{' '}
        <a href={documentPath(trade)} target="_blank" rel="noreferrer" aria-label={`Source of ${asset}`}>
          Source <ExternalLink className={styles['icon']} aria-hidden="true" />
        </a>
      </span>
    </li>
  );
}

const documentPath = ({ provenance: { document_sha256: sha, page } }: Trade): string =>
  `/api/v1/documents/${sha}${page === null ? '' : `#page=${page}`}`;
