import type { Schema } from '../../../../api/types.js';
import { PAPER_FIELDS, shareText } from '../../../../disclosures/paper-tag.js';
import { dayText, ownerText, typeText } from '../../../../disclosures/words.js';
import { amountText } from '../../../../ui/amount-text.js';
import { Badge } from '../../../../ui/state-badge.js';
import type { WaitingRow } from './use-waiting.js';
import styles from './scan.module.css';

type Trade = Schema<'TransactionView'>;

interface Props {
  trades: readonly Trade[];
  waiting: readonly WaitingRow[];
}

/** What was read on one sheet, in document order. */
export function SheetRows({ trades, waiting }: Props): React.JSX.Element {
  const rows = [
    ...trades.map((trade) => ({ ordinal: trade.ordinal, id: trade.id, said: trade, doubts: null })),
    ...waiting.map(({ ordinal, row_id: id, row, fields }) => ({
      ...{ ordinal, id, doubts: doubtsOf(fields) },
      // As a trade would have it: the API's schema leaves that open.
      said: row as unknown as Trade,
    })),
  ].toSorted((a, b) => a.ordinal - b.ordinal);
  if (rows.length === 0) return <p className="muted">No row was read on this sheet.</p>;
  return (
    <ol className={styles['rows']}>
      {rows.map(({ ordinal, id, said, doubts }) => (
        <li key={id} className={styles['row']}>
          <span className="muted numbers">{ordinal}</span>
          <div>
            <div className={styles['asset']}>{said.asset_name || 'Unnamed asset'}</div>
            <div className="numbers">
              {typeText(said)} · {dayText(said.traded_on)} · {amountText(said) ?? 'Amount unknown'} · {ownerText(said)}
            </div>
            {doubts !== null && (
              <>
                <Badge tone="warning">Waits for a person</Badge>{' '}
                {doubts !== '' && <span className={styles['doubts']}>Doubtful: {doubts}</span>}
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Each doubtful field with its confidence. */
const doubtsOf = (fields: WaitingRow['fields']): string =>
  Object.entries(PAPER_FIELDS)
    .flatMap(([field, name]) => {
      const read = fields[field];
      return read?.doubtful ? [`${name} ${shareText(read.confidence)}`] : [];
    })
    .join(', ');
