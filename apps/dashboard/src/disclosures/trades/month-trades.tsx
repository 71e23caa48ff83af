import { Button } from '../../ui/button.js';
import { MONTH_SECONDS, momentText } from '../../ui/chart/scale.js';
import type { Column } from '../../ui/table/column.js';
import { beginOf, daysOf } from '../totals/months.js';
import type { Trade } from './trade-columns.js';
import { type TradeQuery, TradesPanel } from './trades-panel.js';

interface Props {
  /** `2025-03`; without one all trades. */
  month: string | undefined;
  show: (month: string | undefined) => void;
  filters: TradeQuery;
  columns: Column<Trade>[];
}

/** The trades, or those of the month that was chosen. */
export function MonthTrades({ month, show, filters, columns }: Props): React.JSX.Element {
  if (month === undefined) return <TradesPanel title="Newest trades" filters={filters} columns={columns} />;
  const [traded_from, traded_to] = daysOf(month);
  return (
    <TradesPanel
      title={`Trades of ${momentText(beginOf(month), MONTH_SECONDS)}`}
      actions={
        <Button size="small" onClick={() => show(undefined)}>
          Show all months
        </Button>
      }
      filters={{ ...filters, traded_from, traded_to }}
      columns={columns}
    />
  );
}
