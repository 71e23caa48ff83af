import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answer, api } from '../../api/client.js';
import { useCursorPages } from '../../api/cursor-pages.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import { asQuery, type OneEach } from '../../api/one-each.js';
import type { paths } from '../../api/schema.js';
import { Empty, Failed } from '../../ui/notice.js';
import { Panel } from '../../ui/panel.js';
import type { Column } from '../../ui/table/column.js';
import { DataTable } from '../../ui/table/data-table.js';
import type { Trade } from './trade-columns.js';

type WholeQuery = NonNullable<paths['/api/v1/trades']['get']['parameters']['query']>;
export type TradeQuery = OneEach<Omit<WholeQuery, 'limit' | 'cursor'>>;

interface Props {
  title: string;
  actions?: ReactNode;
  /** Filters above the table. */
  bar?: ReactNode;
  filters: TradeQuery;
  columns: Column<Trade>[];
}

const PAGE_SIZE = 100;
const keyOf = ({ id }: Trade): string => id;

/** The trades that match, the newest filing first; new ones come in at the top. */
export function TradesPanel({ title, actions, bar, filters, columns }: Props): React.JSX.Element {
  const navigate = useNavigate();
  useRefreshOn(['trade'], ['trades', 'list']);
  const { query, rows, more } = useCursorPages({
    queryKey: ['trades', 'list', filters],
    load: (cursor, signal) => {
      const params = { query: { ...asQuery<WholeQuery>(filters), limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return answer(api.GET('/api/v1/trades', { params, signal }));
    },
  });
  const open = ({ id, filing }: Trade): void =>
    void navigate({ to: '/filings/$id', params: { id: filing.id }, hash: id });
  return (
    <Panel flush {...{ title, actions }}>
      {bar}
      {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      <DataTable
        {...{ label: title, rows, columns, keyOf, open, more, maxHeight: '32rem' }}
        isLoading={query.isPending}
        empty={!query.error && <Empty title="No trade." />}
      />
    </Panel>
  );
}
