import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { useCursorPages } from '../../api/cursor-pages.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import { useMay } from '../../api/session.js';
import type { Schema } from '../../api/types.js';
import { Empty, Failed } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { DataTable } from '../../ui/table/data-table.js';
import { plural } from '../../ui/text.js';
import { BulkActions } from './bulk-actions.js';
import { COLUMNS } from './columns.js';
import { LetterFilterBar } from './letter-filter-bar.js';
import { LetterDialog } from './letter-dialog.js';
import { deadLettersRoute, type LetterFilters } from './route.js';
import { useCount } from './use-count.js';

export type DeadLetter = Schema<'DeadLetterView'>;

const PAGE_SIZE = 100;
const keyOf = ({ sequence }: DeadLetter): string => String(sequence);

export function DeadLettersPage(): React.JSX.Element {
  const filters = deadLettersRoute.useSearch();
  const navigate = useNavigate();
  const mayAct = useMay('act');
  const [opened, setOpened] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  useRefreshOn(['dead-letters', 'task'], ['dead-letters', 'list'], ['dead-letters', 'count']);
  const count = useCount(filters);
  const { query, rows, more } = useCursorPages({
    queryKey: ['dead-letters', 'list', filters],
    load: (cursor, signal) => {
      const params = { query: { ...filters, limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return answer(api.GET('/api/v1/tasks/dead-letters', { params, signal }));
    },
  });
  const change = (search: LetterFilters): void => {
    setSelected(new Set());
    void navigate({ to: '/dead-letters', search, replace: true });
  };
  const isFiltered = Object.keys(filters).length > 0;
  const letter = rows.find((row) => keyOf(row) === opened);
  return (
    <Page title="Dead letters">
      <Panel
        flush
        title={count === null ? 'Tasks that were given up' : plural(count, 'dead letter')}
        actions={
          mayAct && (
            <BulkActions
              filters={filters}
              count={count}
              selected={rows.filter((row) => selected.has(keyOf(row)))}
              done={() => setSelected(new Set())}
            />
          )
        }
      >
        <LetterFilterBar filters={filters} rows={rows} change={change} />
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        <DataTable
          label="Dead letters"
          rows={rows}
          columns={COLUMNS}
          keyOf={keyOf}
          open={(row) => setOpened(keyOf(row))}
          {...(mayAct && { selection: { selected, change: setSelected } })}
          isLoading={query.isPending}
          more={more}
          empty={
            query.error ? null : isFiltered ? (
              <Empty title="No dead letter matches." />
            ) : (
              <Empty title="No dead letters.">
                <span>A task that fails in spite of all retries comes here, for 30 days.</span>
              </Empty>
            )
          }
        />
      </Panel>
      {letter && <LetterDialog letter={letter} close={() => setOpened(null)} />}
    </Page>
  );
}
