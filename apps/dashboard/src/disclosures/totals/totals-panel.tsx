import type { Schema } from '../../api/types.js';
import { Panel } from '../../ui/panel.js';
import type { Column } from '../../ui/table/column.js';
import { SimpleTable } from '../../ui/table/simple-table.js';
import { countText } from '../../ui/text.js';
import { boundsText, lackText } from './sums.js';

interface Row {
  name: string;
  sums: Schema<'TradeSumsView'>;
}

const COLUMNS: Omit<Column<Row>, 'width'>[] = [
  { id: 'name', header: 'What', cell: ({ name }) => name },
  { id: 'trades', header: 'Trades', isNumber: true, cell: ({ sums }) => countText(sums.trades) },
  { id: 'amount', header: 'Amount', isNumber: true, cell: ({ sums }) => boundsText(sums) },
  { id: 'lack', header: 'Not in it', isOptional: true, cell: ({ sums }) => lackText(sums) ?? '–' },
];

/** Purchases, sales and the rest, with both bounds. */
export const TotalsPanel = ({ totals }: { totals: Schema<'TradeTotalsView'> }): React.JSX.Element => (
  <Panel title="In total" flush>
    <SimpleTable label="In total" rows={rowsOf(totals)} columns={COLUMNS} keyOf={({ name }) => name} />
  </Panel>
);

const rowsOf = (totals: Schema<'TradeTotalsView'>): Row[] => [
  { name: 'Purchases', sums: totals.purchases },
  { name: 'Sales', sums: totals.sales },
  { name: 'Exchanges', sums: totals.exchanges },
  ...(totals.unknown_types.trades > 0 ? [{ name: 'Unknown type', sums: totals.unknown_types }] : []),
  { name: 'All', sums: totals.all },
];
