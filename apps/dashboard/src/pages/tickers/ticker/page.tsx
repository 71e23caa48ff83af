import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../../api/client.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import { isNotFound } from '../../../api/problem.js';
import type { Schema } from '../../../api/types.js';
import { DataPage } from '../../../disclosures/data-page.js';
import { MonthsCharts } from '../../../disclosures/totals/months-charts.js';
import { TotalsPanel } from '../../../disclosures/totals/totals-panel.js';
import { MonthTrades, type TradesSearch } from '../../../disclosures/trades/month-trades.js';
import { tradeColumns } from '../../../disclosures/trades/trade-columns.js';
import { Loaded } from '../../../ui/loaded.js';
import { Empty } from '../../../ui/notice.js';
import { Page } from '../../../ui/page.js';
import { Panel } from '../../../ui/panel.js';
import { countText } from '../../../ui/text.js';
import { FilersPanel } from './filers-panel.js';
import { tickerRoute } from './route.js';

type TickerTrades = Schema<'TickerTradesView'>;

const COLUMNS = tradeColumns();

/** Who traded it, when and how much. */
export function TickerPage(): React.JSX.Element {
  const { ticker } = tickerRoute.useParams();
  const search = tickerRoute.useSearch();
  const navigate = useNavigate();
  const queryKey = ['tickers', 'one', ticker];
  useRefreshOn(['trade'], queryKey);
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tickers/{ticker}', { params: { path: { ticker } }, signal })),
  });
  if (isNotFound(query.error)) return <NobodyTraded ticker={ticker} />;
  const show = (chosen: TradesSearch): void =>
    void navigate({
      to: '/tickers/$ticker',
      params: { ticker },
      search: chosen,
      replace: true,
      resetScroll: false,
    });
  return (
    <DataPage
      title={`${query.data?.ticker ?? ticker}, trades of Congress`}
      heading={query.data?.ticker ?? ticker}
      feeds={[{ title: 'Feed', path: `/feeds/tickers/${encodeURIComponent(ticker)}.atom` }]}
      exported={{ ticker }}
    >
      <Loaded query={query}>
        {(trades) => (
          <>
            <Names trades={trades} />
            <TotalsPanel totals={trades.totals} />
            <MonthsCharts
              {...{ months: trades.months, totals: trades.totals, open: (month) => show({ ...search, month }) }}
            />
            <FilersPanel filers={trades.filers} />
          </>
        )}
      </Loaded>
      <MonthTrades {...{ search, show, filters: { ticker }, columns: COLUMNS }} />
    </DataPage>
  );
}

/** A filer writes a name as they like: none of them is the right one. */
const Names = ({ trades: { asset_names: names, asset_name_count } }: { trades: TickerTrades }): React.JSX.Element => (
  <Panel title="What it is called">
    <ul>
      {names.map(({ name, trades }) => (
        <li key={name}>
          {name || 'Unnamed asset'} <span className="muted numbers">{countText(trades)} ×</span>
        </li>
      ))}
    </ul>
    {asset_name_count > names.length && (
      <p className="muted">and {countText(asset_name_count - names.length)} other names, in the trades below</p>
    )}
  </Panel>
);

const NobodyTraded = ({ ticker }: { ticker: string }): React.JSX.Element => (
  <Page title={ticker}>
    <Empty title={`No trade of ${ticker} is known.`}>
      <Link to="/tickers" search={{ search: ticker }}>
        Tickers and assets with this in their names
      </Link>
    </Empty>
  </Page>
);
