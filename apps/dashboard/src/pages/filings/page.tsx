import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client.js';
import { useCursorPages } from '../../api/cursor-pages.js';
import { asQuery } from '../../api/one-each.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import type { Schema } from '../../api/types.js';
import { DataPage } from '../../disclosures/data-page.js';
import { FilingFilterFields } from '../../disclosures/filing-filters.js';
import { FILING_STATUSES, STATUSES } from '../../disclosures/words.js';
import { FilterBar, FilterSelect } from '../../ui/filter-bar.js';
import { Empty, Failed } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { DataTable } from '../../ui/table/data-table.js';
import { COLUMNS } from './columns.js';
import { type FilingQuery, type FilingSearch, filingsRoute } from './route.js';

export type Filing = Schema<'FilingView'>;

const PAGE_SIZE = 100;
const keyOf = ({ id }: Filing): string => id;
const FEEDS = [
  { title: 'Senate', path: '/feeds/senate.atom' },
  { title: 'House', path: '/feeds/house.atom' },
];

/** What was filed, the newest first; what a scrape brings comes in at the top. */
export function FilingsPage(): React.JSX.Element {
  const filters = filingsRoute.useSearch();
  const navigate = useNavigate();
  // A paper filing announces no trade: its scrape's progress tells of it.
  useRefreshOn(['trade', 'task'], ['filings', 'list']);
  const { query, rows, more } = useCursorPages({
    queryKey: ['filings', 'list', filters],
    load: (cursor, signal) => {
      const params = { query: { ...asQuery<FilingQuery>(filters), limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return answer(api.GET('/api/v1/filings', { params, signal }));
    },
  });
  const set = (name: keyof FilingSearch) => (value: string) => {
    const { [name]: _before, ...rest } = filters;
    const search = value.trim() === '' ? rest : { ...rest, [name]: value.trim() };
    void navigate({ to: '/filings', search, replace: true });
  };
  const open = ({ id }: Filing): void => void navigate({ to: '/filings/$id', params: { id } });
  return (
    <DataPage title="Filings" feeds={FEEDS}>
      <Panel flush title="Newest filings">
        <FilterBar label="Filter the filings">
          <FilingFilterFields filters={filters} set={set} />
          <FilterSelect
            {...{ label: 'Status', all: 'All' }}
            value={filters.status ?? ''}
            options={FILING_STATUSES.map((value) => ({ value, text: STATUSES[value].text }))}
            change={set('status')}
          />
        </FilterBar>
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        <DataTable
          {...{ label: 'Filings', rows, columns: COLUMNS, keyOf, open, more }}
          isLoading={query.isPending}
          empty={
            !query.error && (
              <Empty title={Object.keys(filters).length > 0 ? 'No filing matches.' : 'No filing yet.'}>
                {Object.keys(filters).length === 0 && 'They appear here as soon as a scrape has read a listing.'}
              </Empty>
            )
          }
          foot="Those without a filing date come last."
        />
      </Panel>
    </DataPage>
  );
}
