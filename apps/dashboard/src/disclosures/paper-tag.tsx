import type { Schema } from '../api/types.js';
import styles from './paper-tag.module.css';

type Confidence = Schema<'ConfidenceView'>;

/** What is read from each row of a scan, as it is called beside a value. */
export const PAPER_FIELDS: Record<keyof Confidence, string> = {
  owner: 'owner',
  asset_name: 'asset',
  type: 'type',
  traded_on: 'traded',
  notified_on: 'notified',
  amount: 'amount',
};

/** Rounded down: what is not certain never says 100 %. */
export const shareText = (share: number): string => `${Math.floor(share * 100)} %`;

function confidenceText(confidence: Confidence | null): string {
  if (confidence === null) return 'From a scan; a reviewer typed it.';
  const shares = Object.entries(PAPER_FIELDS).map(([field, name]) => {
    const share = confidence[field as keyof Confidence];
    return `${name} ${share === null ? 'typed by a reviewer' : shareText(share)}`;
  });
  return `Read from a scan. How surely: ${shares.join(', ')}.`;
}

/** Beside a trade: that it comes from a scan, and how surely it was read. */
export const PaperTag = ({ trade }: { trade: Pick<Schema<'TransactionView'>, 'source' | 'confidence'> }) =>
  trade.source === 'paper' ? (
    <span className={styles['tag']} title={confidenceText(trade.confidence)}>
      paper
    </span>
  ) : null;
