import type { ReactNode } from 'react';
import type { Schema } from '../../../api/types.js';
import { doubtText } from '../../../disclosures/doubts.js';
import { documentPath, TickerLink } from '../../../disclosures/links.js';
import { PaperTag } from '../../../disclosures/paper-tag.js';
import { dayText, ownerText, typeText } from '../../../disclosures/words.js';
import { amountText } from '../../../ui/amount-text.js';
import { Empty } from '../../../ui/notice.js';
import { Panel } from '../../../ui/panel.js';
import { Badge } from '../../../ui/state-badge.js';
import type { Column } from '../../../ui/table/column.js';
import { SimpleTable } from '../../../ui/table/simple-table.js';
import { plural } from '../../../ui/text.js';
import type { OneFiling } from './page.js';
import styles from './filing.module.css';

type Row = Schema<'TransactionView'>;

const COLUMNS: Omit<Column<Row>, 'width'>[] = [
  {
    ...{ id: 'ordinal', header: '#', isNumber: true },
    cell: ({ id, ordinal }) => (
      <span id={id} className={styles['anchor']}>
        {ordinal}
      </span>
    ),
  },
  { id: 'owner', header: 'Owner', cell: (row) => <Read value={ownerText(row)} raw={row.owner_raw} /> },
  { id: 'asset', header: 'Asset', cell: (row) => <Asset row={row} /> },
  { id: 'type', header: 'Type', cell: (row) => <Read value={typeText(row)} raw={row.type_raw} /> },
  { id: 'traded', header: 'Traded', cell: (row) => <Read value={dayText(row.traded_on)} raw={row.traded_on_raw} /> },
  {
    ...{ id: 'notified', header: 'Notified', isOptional: true },
    cell: ({ notified_on, notified_on_raw }) =>
      notified_on_raw === null ? '–' : <Read value={dayText(notified_on)} raw={notified_on_raw} />,
  },
  {
    ...{ id: 'amount', header: 'Amount' },
    cell: (row) => <Read value={amountText(row) ?? 'Unknown'} raw={row.amount_raw} />,
  },
  { id: 'notes', header: 'Notes', cell: (row) => <Notes row={row} /> },
  { id: 'source', header: 'Source', cell: (row) => <Source row={row} /> },
];

/** What was understood, and below it the words of the document. */
const Read = ({ value, raw }: { value: ReactNode; raw: string }): React.JSX.Element => (
  <div className={styles['read']}>
    <div className="numbers">{value}</div>
    <div className={styles['raw']}>{raw === '' ? '(nothing)' : raw}</div>
  </div>
);

const Asset = ({ row }: { row: Row }): React.JSX.Element => (
  <Read
    value={
      <span className={styles['asset']}>
        {row.ticker && <TickerLink ticker={row.ticker} />} {row.asset_name || 'Unnamed asset'}{' '}
        {row.asset_type && <span className="muted">{row.asset_type}</span>} <PaperTag trade={row} />
      </span>
    }
    raw={row.asset_name_raw}
  />
);

function Notes({ row }: { row: Row }): React.JSX.Element {
  const { late, days_to_file, is_current, quality_flags: flags, option, bond, exchange } = row;
  const texts = [
    ...(is_current ? [] : ['Does not count: another filing replaces it, or it deletes a row.']),
    ...(option ? [`Option: ${[option.type, option.strike, option.expires].filter(Boolean).join(', ')}`] : []),
    ...(bond ? [`Bond: ${[bond.rate, bond.matures && `matures ${bond.matures}`].filter(Boolean).join(', ')}`] : []),
    ...(exchange ? [`For ${exchange.asset}${exchange.ticker ? ` (${exchange.ticker})` : ''}`] : []),
    ...[row.description, row.comment, row.subholding, row.location].filter((text) => text !== null),
    ...flags.map(doubtText),
  ];
  return (
    <div className={styles['notes']}>
      {late && <Badge tone="warning">Filed after {plural(days_to_file ?? 0, 'day')}</Badge>}
      {texts.map((text) => (
        <span key={text}>{text}</span>
      ))}
    </div>
  );
}

const Source = ({
  row: {
    ordinal,
    provenance: { document_sha256, page },
  },
}: {
  row: Row;
}): React.JSX.Element => (
  <a
    className={styles['source']}
    href={documentPath(document_sha256, page)}
    target="_blank"
    rel="noreferrer"
    aria-label={`${page === null ? 'Source' : `Page ${page}`}, where row ${ordinal} was read`}
  >
    {page === null ? 'Source' : `Page ${page}`}
  </a>
);

export const FilingTrades = ({ filing: { transactions, status } }: { filing: OneFiling }): React.JSX.Element => (
  <Panel title={plural(transactions.length, 'trade')} flush>
    {transactions.length === 0 ? (
      <Empty title="No trade was read.">{EMPTY_NOTES[status]}</Empty>
    ) : (
      <SimpleTable label="Trades of the filing" rows={transactions} columns={COLUMNS} keyOf={({ id }) => id} />
    )}
  </Panel>
);

const EMPTY_NOTES: Partial<Record<OneFiling['status'], string>> = {
  listed: 'The site lists it; its document was not fetched yet.',
  paper: 'It is a scan that was not read: its trades are on its pages.',
  paper_read: 'It is a scan, and says that there is nothing to report.',
  paper_review: 'It is a scan. What was read from it waits for a person.',
  unavailable: 'The site does not have its document now. The next scrapes try again.',
  failed: 'Its document could not be read. The next scrapes try again.',
};
