import type { Schema } from '../../../api/types.js';
import { TickerLink } from '../../../disclosures/links.js';
import { boundsText } from '../../../disclosures/totals/sums.js';
import { dayText } from '../../../disclosures/words.js';
import { Panel } from '../../../ui/panel.js';
import type { Column } from '../../../ui/table/column.js';
import { DataTable } from '../../../ui/table/data-table.js';
import { countText, plural } from '../../../ui/text.js';

type Asset = Schema<'AssetTotalsView'>;

const COLUMNS: Column<Asset>[] = [
  {
    ...{ id: 'asset', header: 'Asset', width: 'minmax(9rem, 2fr)' },
    cell: ({ ticker, asset_name: name }) => (
      <span title={name}>
        {ticker !== null && <TickerLink ticker={ticker} />} {name || 'Unnamed asset'}
      </span>
    ),
  },
  {
    ...{ id: 'purchases', header: 'Purchases', width: '6rem', isNumber: true },
    cell: ({ purchases }) => countText(purchases.trades),
  },
  { id: 'sales', header: 'Sales', width: '4.5rem', isNumber: true, cell: ({ sales }) => countText(sales.trades) },
  {
    ...{ id: 'trades', header: 'All', width: '4.5rem', isNumber: true, isOptional: true },
    cell: ({ all }) => countText(all.trades),
  },
  { id: 'amount', header: 'Amount', width: '15rem', isNumber: true, cell: ({ all }) => boundsText(all) },
  {
    ...{ id: 'last', header: 'Last traded', width: '7.5rem', isNumber: true, isOptional: true },
    cell: ({ last_traded_on }) => dayText(last_traded_on),
  },
];

export const AssetsPanel = ({ assets, count }: { assets: Asset[]; count: number }): React.JSX.Element => (
  <Panel title="By asset" flush>
    <DataTable
      label="By asset"
      rows={assets}
      columns={COLUMNS}
      keyOf={({ ticker, asset_name }) => ticker ?? ` ${asset_name.toLowerCase()}`}
      maxHeight="24rem"
      empty={null}
      foot={
        count > assets.length
          ? `The ${assets.length} that were traded most, of ${countText(count)}; the trades below have all.`
          : `${plural(count, 'asset')}; without a ticker, those of one name are one.`
      }
    />
  </Panel>
);
