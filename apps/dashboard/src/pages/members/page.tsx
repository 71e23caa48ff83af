import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client.js';
import { useCursorPages } from '../../api/cursor-pages.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import type { Schema } from '../../api/types.js';
import { DataPage, WHOLE_FEED } from '../../disclosures/data-page.js';
import { Empty, Failed } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import { DataTable } from '../../ui/table/data-table.js';
import { COLUMNS } from './columns.js';
import { MemberFilterBar } from './member-filter-bar.js';
import { type MemberSearch, membersRoute } from './route.js';

export type Member = Schema<'ListedMemberView'>;

const PAGE_SIZE = 100;
const keyOf = ({ bioguide }: Member): string => bioguide;

/** Members of Congress since 2012, by name. */
export function MembersPage(): React.JSX.Element {
  const search = membersRoute.useSearch();
  const navigate = useNavigate();
  useRefreshOn([], ['members', 'list']);
  const { all, ...filters } = search;
  const { query, rows, more } = useCursorPages({
    queryKey: ['members', 'list', search],
    load: (cursor, signal) => {
      const params = {
        query: { ...filters, ...(!all && { filed: 'true' as const }), limit: PAGE_SIZE, ...(cursor && { cursor }) },
      };
      return answer(api.GET('/api/v1/members', { params, signal }));
    },
  });
  const change = (changed: MemberSearch): void => void navigate({ to: '/members', search: changed, replace: true });
  const open = ({ bioguide }: Member): void => void navigate({ to: '/members/$bioguide', params: { bioguide } });
  return (
    <DataPage title="Members" feeds={[WHOLE_FEED]}>
      <Panel flush title={all ? 'Members since 2012' : 'Members who filed'}>
        <MemberFilterBar search={search} change={change} />
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        <DataTable
          {...{ label: 'Members', rows, columns: COLUMNS, keyOf, open, more }}
          isLoading={query.isPending}
          empty={
            !query.error && (
              <Empty title="No member matches.">
                {!all && 'Those who filed nothing, or whose filings are not matched yet, are left out.'}
              </Empty>
            )
          }
          foot="By name. Filings are those that are matched to the member."
        />
      </Panel>
    </DataPage>
  );
}
