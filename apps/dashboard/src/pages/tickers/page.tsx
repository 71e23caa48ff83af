import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client.js';
import { useCursorPages } from '../../api/cursor-pages.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import type { Schema } from '../../api/types.js';
import { DataPage, WHOLE_FEED } from '../../disclosures/data-page.js';
import { TickerLink } from '../../disclosures/links.js';
import { dayText } from '../../disclosures/words.js';
import { FilterBar, FilterText } from '../../ui/filter-bar.js';
import { Empty, Failed } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import type { Column } from '../../ui/table/column.js';
import { DataTable } from '../../ui/table/data-table.js';
import { countText } from '../../ui/text.js';
import { type TickerSearch, tickersRoute } from './route.js';

type Ticker = Schema<'TradedTickerView'>;

const PAGE_SIZE = 100;
const keyOf = ({ ticker }: Ticker): string => ticker;

const COLUMNS: Column<Ticker>[] = [
  { id: 'ticker', header: 'Ticker', width: '7rem', cell: ({ ticker }) => <TickerLink ticker={ticker} /> },
  {
    ...{ id: 'name', header: 'Asset', width: 'minmax(8rem, 3fr)' },
    cell: ({ asset_name }) => <span title={asset_name}>{asset_name}</span>,
  },
  { id: 'trades', header: 'Trades', width: '5rem', isNumber: true, cell: ({ trades }) => countText(trades) },
  {
    ...{ id: 'purchases', header: 'Purchases', width: '6.5rem', isNumber: true, isOptional: true },
    cell: ({ purchases }) => countText(purchases),
  },
  {
    ...{ id: 'sales', header: 'Sales', width: '5rem', isNumber: true, isOptional: true },
    cell: ({ sales }) => countText(sales),
  },
  {
    ...{ id: 'last', header: 'Last traded', width: '7.5rem', isNumber: true, isOptional: true },
    cell: ({ last_traded_on }) => dayText(last_traded_on),
  },
];

/** What was traded, the most traded first. */
export function TickersPage(): React.JSX.Element {
  const filters = tickersRoute.useSearch();
  const navigate = useNavigate();
  useRefreshOn(['trade'], ['tickers', 'list']);
  const { query, rows, more } = useCursorPages({
    queryKey: ['tickers', 'list', filters],
    load: (cursor, signal) => {
      const params = { query: { ...filters, limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return answer(api.GET('/api/v1/tickers', { params, signal }));
    },
  });
  const set = (name: keyof TickerSearch) => (value: string) => {
    const { [name]: _before, ...rest } = filters;
    const search: TickerSearch = value.trim() === '' ? rest : { ...rest, [name]: value.trim() };
    void navigate({ to: '/tickers', search, replace: true });
  };
  const open = ({ ticker }: Ticker): void => void navigate({ to: '/tickers/$ticker', params: { ticker } });
  return (
    <DataPage title="Tickers" feeds={[WHOLE_FEED]}>
      <Panel flush title="Most traded">
        <FilterBar label="Filter the tickers">
          <FilterText
            {...{ label: 'Search', placeholder: 'Ticker or asset' }}
            value={filters.search ?? ''}
            change={set('search')}
          />
          <FilterText
            {...{ label: 'Filed from', type: 'date' }}
            value={filters.filed_from ?? ''}
            change={set('filed_from')}
          />
          <FilterText
            {...{ label: 'Filed to', type: 'date' }}
            value={filters.filed_to ?? ''}
            change={set('filed_to')}
          />
        </FilterBar>
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        <DataTable
          {...{ label: 'Tickers', rows, columns: COLUMNS, keyOf, open, more }}
          isLoading={query.isPending}
          empty={!query.error && <Empty title="No trade with a ticker matches." />}
          foot="Trades without a ticker (funds, bonds, property) are on their members’ pages."
        />
      </Panel>
    </DataPage>
  );
}
