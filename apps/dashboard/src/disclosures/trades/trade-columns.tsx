import type { Schema } from '../../api/types.js';
import { amountText } from '../../ui/amount-text.js';
import { Badge } from '../../ui/state-badge.js';
import type { Column } from '../../ui/table/column.js';
import { capital, plural } from '../../ui/text.js';
import { doubtText } from '../doubts.js';
import { PaperTag } from '../paper-tag.js';
import { documentPath, FilingLink, MemberLink, TickerLink } from '../links.js';
import { dayText, ownerText, typeText } from '../words.js';

export type Trade = Schema<'TradeView'>;

const COLUMNS: Column<Trade>[] = [
  {
    ...{ id: 'filed', header: 'Filed', width: '7rem' },
    cell: ({ id, filing }) => (
      <FilingLink id={filing.id} trade={id}>
        <span className="numbers">{dayText(filing.filed_on)}</span>
      </FilingLink>
    ),
  },
  {
    ...{ id: 'traded', header: 'Traded', width: '7rem', isOptional: true },
    cell: ({ traded_on, traded_on_raw }) => (
      <span className="numbers" title={traded_on_raw}>
        {dayText(traded_on)}
      </span>
    ),
  },
  {
    ...{ id: 'member', header: 'Member', width: 'minmax(7.5rem, 1fr)' },
    cell: ({ filing: { member, filer_name_raw: name, chamber } }) => (
      <>
        <MemberLink bioguide={member.bioguide} name={name} /> <span className="muted">{capital(chamber)}</span>
      </>
    ),
  },
  { id: 'type', header: 'Type', width: '6rem', cell: typeText },
  {
    ...{ id: 'asset', header: 'Asset', width: 'minmax(6.5rem, 2fr)' },
    cell: ({ ticker, asset_name: name, ...trade }) => (
      <span title={name}>
        {ticker && <TickerLink ticker={ticker} />} <PaperTag trade={trade} /> {name || 'Unnamed asset'}
      </span>
    ),
  },
  {
    ...{ id: 'amount', header: 'Amount', width: '11.5rem', isNumber: true },
    cell: (trade) => amountText(trade) ?? `Unknown (${trade.amount_raw || 'nothing'})`,
  },
  { id: 'owner', header: 'Owner', width: '5.5rem', isOptional: true, cell: ownerText },
  { id: 'notes', header: 'Notes', width: '6.75rem', isOptional: true, cell: (trade) => <Notes trade={trade} /> },
  {
    ...{ id: 'source', header: 'Source', width: '4.5rem', isOptional: true },
    cell: ({ asset_name, provenance: { document_sha256, page } }) => (
      <a
        href={documentPath(document_sha256, page)}
        target="_blank"
        rel="noreferrer"
        aria-label={`Source of ${asset_name || 'the trade'}`}
      >
        Source
      </a>
    ),
  },
];

function Notes({ trade: { late, quality_flags: flags } }: { trade: Trade }): React.JSX.Element {
  return (
    <>
      {late && <Badge tone="warning">Late</Badge>}{' '}
      {flags.length > 0 && (
        <span className="muted" title={flags.map(doubtText).join('\n')}>
          {plural(flags.length, 'doubt')}
        </span>
      )}
    </>
  );
}

/** Without what the page says already. */
export const tradeColumns = (...without: string[]): Column<Trade>[] =>
  COLUMNS.filter(({ id }) => !without.includes(id));
