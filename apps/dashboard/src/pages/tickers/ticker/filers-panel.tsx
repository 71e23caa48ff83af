import type { Schema } from '../../../api/types.js';
import { MemberLink } from '../../../disclosures/links.js';
import { boundsText } from '../../../disclosures/totals/sums.js';
import { dayText } from '../../../disclosures/words.js';
import { Panel } from '../../../ui/panel.js';
import type { Column } from '../../../ui/table/column.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { capital, countText, plural } from '../../../ui/text.js';

type Filer = Schema<'TickerFilerView'>;

const COLUMNS: Column<Filer>[] = [
  {
    ...{ id: 'name', header: 'Member', width: 'minmax(9rem, 2fr)' },
    cell: ({ bioguide, name }) => <MemberLink bioguide={bioguide} name={name} />,
  },
  {
    ...{ id: 'seat', header: 'Seat', width: 'minmax(9rem, 1fr)', isOptional: true },
    cell: ({ chamber, state, party }) =>
      chamber === null ? 'Not matched to a member' : [capital(chamber), state, party].filter(Boolean).join(', '),
  },
  {
    ...{ id: 'purchases', header: 'Purchases', width: '6rem', isNumber: true },
    cell: ({ purchases }) => countText(purchases.trades),
  },
  { id: 'sales', header: 'Sales', width: '4.5rem', isNumber: true, cell: ({ sales }) => countText(sales.trades) },
  { id: 'amount', header: 'Amount', width: '15rem', isNumber: true, cell: ({ all }) => boundsText(all) },
  {
    ...{ id: 'last', header: 'Last traded', width: '7.5rem', isNumber: true, isOptional: true },
    cell: ({ last_traded_on }) => dayText(last_traded_on),
  },
];

export const FilersPanel = ({ filers }: { filers: Filer[] }): React.JSX.Element => (
  <Panel title="Who" flush>
    <DataTable
      label="Who traded it"
      rows={filers}
      columns={COLUMNS}
      keyOf={(filer) => filer.bioguide ?? ` ${filers.indexOf(filer)} ${filer.name}`}
      maxHeight="24rem"
      empty={null}
      foot={plural(filers.length, 'filer')}
    />
  </Panel>
);
