import { Link, useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client.js';
import { useCursorPages } from '../../api/cursor-pages.js';
import { asQuery } from '../../api/one-each.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import { DataPage, WHOLE_FEED } from '../../disclosures/data-page.js';
import { FilingFilterFields } from '../../disclosures/filing-filters.js';
import { LateTradesTable } from '../../disclosures/late/late-trades-table.js';
import { FilterBar } from '../../ui/filter-bar.js';
import { Empty, Failed } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { countText, plural } from '../../ui/text.js';
import { LateFilers } from './late-filers.js';
import { type LateQuery, type LateSearch, lateRoute } from './route.js';

const PAGE_SIZE = 100;

/** What was disclosed late, and by whom. */
export function LatePage(): React.JSX.Element {
  const filters = lateRoute.useSearch();
  const navigate = useNavigate();
  useRefreshOn(['trade'], ['late']);
  const { query, rows, more } = useCursorPages({
    queryKey: ['late', filters],
    load: (cursor, signal) => {
      const params = { query: { ...asQuery<LateQuery>(filters), limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return answer(api.GET('/api/v1/late', { params, signal }));
    },
  });
  const set = (name: keyof LateSearch) => (value: string) => {
    const { [name]: _before, ...rest } = filters;
    const search = value.trim() === '' ? rest : { ...rest, [name]: value.trim() };
    void navigate({ to: '/late', search, replace: true });
  };
  const first = query.data?.pages[0];
  const empty = !query.error && <Empty title="Nothing that matches was late." />;
  return (
    <DataPage title="Trades disclosed late" feeds={[WHOLE_FEED]}>
      <Panel flush title="By member" actions={<OnlyOne filters={filters} />}>
        <FilterBar label="Filter the late trades">
          <FilingFilterFields filters={filters} set={set} />
        </FilterBar>
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        <LateFilers
          filers={first?.members ?? []}
          isLoading={query.isPending}
          empty={empty}
          foot={
            first &&
            `${plural(first.counts.late, 'trade')} late, ${countText(first.counts.in_time)} in time. A date of ` +
              `${countText(first.counts.unknown)} is missing or impossible; ${countText(first.counts.not_judged)} of ` +
              'amendments are not judged.'
          }
        />
      </Panel>
      <Panel flush title="Late trades">
        <LateTradesTable
          {...{ rows, more, empty }}
          isLoading={query.isPending}
          foot={
            'A trade must be disclosed within 30 days after the filer’s notice of it, and at the latest 45 days after ' +
            'the trade. The columns have the days past each limit. The Senate’s form has no date of the notice: that limit ' +
            'is unknown there.'
          }
        />
      </Panel>
    </DataPage>
  );
}

/** A link to one member's late trades is no field of the filter bar: it says so, and how to get out. */
function OnlyOne({ filters: { bioguide, ...others } }: { filters: LateSearch }): React.JSX.Element | null {
  if (bioguide === undefined) return null;
  return (
    <span>
      Only{' '}
      <Link to="/members/$bioguide" params={{ bioguide }}>
        {bioguide}
      </Link>
      .{' '}
      <Link to="/late" search={others}>
        Show all members
      </Link>
    </span>
  );
}
