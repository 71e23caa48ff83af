import { ExternalLink } from 'lucide-react';
import { documentPath, FilingLink, MemberLink, TickerLink } from '../../../disclosures/links.js';
import { PaperTag } from '../../../disclosures/paper-tag.js';
import { typeText } from '../../../disclosures/words.js';
import { amountText } from '../../../ui/amount-text.js';
import { classes } from '../../../ui/classes.js';
import { capital } from '../../../ui/text.js';
import type { Trade } from './use-trades.js';
import styles from './trades.module.css';

export function TradeRow({ trade, isNew }: { trade: Trade; isNew: boolean }): React.JSX.Element {
  const { filing, type, owner, ticker, asset_name: asset, traded_on: tradedOn } = trade;
  const { document_sha256: sha256, page } = trade.provenance;
  return (
    <li className={classes(styles['trade'], isNew && styles['new'])}>
      <span className={classes(styles['type'], type === 'purchase' ? styles['purchase'] : styles['other'])}>
        {typeText(trade)}
      </span>
      <span className={styles['asset']} title={asset}>
        {asset || 'Unnamed asset'} {ticker && <TickerLink ticker={ticker} />}
      </span>
      <span className={classes(styles['amount'], 'numbers')}>{amountText(trade) ?? trade.amount_raw}</span>
      <span className={styles['who']}>
        <MemberLink bioguide={filing.member.bioguide} name={filing.filer_name_raw} />, {capital(filing.chamber)}
        {owner && owner !== 'self' && ` (${owner})`} <PaperTag trade={trade} />
      </span>
      <span className={classes(styles['dates'], 'numbers')}>
        traded {tradedOn ?? 'on an unknown day'},{' '}
        <FilingLink id={filing.id} trade={trade.id}>
          filed {filing.filed_on ?? 'on an unknown day'}
        </FilingLink>{' '}
        <a href={documentPath(sha256, page)} target="_blank" rel="noreferrer" aria-label={`Source of ${asset}`}>
          Source <ExternalLink className={styles['icon']} aria-hidden="true" />
        </a>
      </span>
    </li>
  );
}
