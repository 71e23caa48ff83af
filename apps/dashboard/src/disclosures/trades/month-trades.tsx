import { Button } from '../../ui/button.js';
import { MONTH_SECONDS, momentText } from '../../ui/chart/scale.js';
import { FilterBar } from '../../ui/filter-bar.js';
import type { Column } from '../../ui/table/column.js';
import { beginOf, daysOf } from '../totals/months.js';
import { SourceFilter } from '../source-filter.js';
import { FORMATS } from '../words.js';
import type { Trade } from './trade-columns.js';
import { type TradeQuery, TradesPanel } from './trades-panel.js';

/** Which trades are listed, as the address has it. */
export interface TradesSearch {
  /** `2025-03`; without one all. */
  month?: string;
  source?: (typeof FORMATS)[number];
}

interface Props {
  search: TradesSearch;
  show: (search: TradesSearch) => void;
  filters: TradeQuery;
  columns: Column<Trade>[];
}

/** The trades, or those of the month that was chosen. */
export function MonthTrades({ search, show, filters, columns }: Props): React.JSX.Element {
  const { month, ...allMonths } = search;
  const choose = (chosen: string): void => {
    const { source: _before, ...others } = search;
    const source = FORMATS.find((known) => known === chosen);
    show({ ...others, ...(source && { source }) });
  };
  const bar = (
    <FilterBar label="Filter the trades">
      <SourceFilter value={search.source} change={choose} />
    </FilterBar>
  );
  if (month === undefined) {
    return <TradesPanel title="Newest trades" filters={{ ...filters, ...allMonths }} {...{ columns, bar }} />;
  }
  const [traded_from, traded_to] = daysOf(month);
  return (
    <TradesPanel
      title={`Trades of ${momentText(beginOf(month), MONTH_SECONDS)}`}
      actions={
        <Button size="small" onClick={() => show(allMonths)}>
          Show all months
        </Button>
      }
      filters={{ ...filters, ...allMonths, traded_from, traded_to }}
      {...{ columns, bar }}
    />
  );
}
