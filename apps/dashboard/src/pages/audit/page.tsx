import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../../api/client.js';
import { useCursorPages } from '../../api/cursor-pages.js';
import { useMay } from '../../api/session.js';
import type { Schema } from '../../api/types.js';
import { NoRight } from '../../ui/no-right.js';
import { Empty, Failed } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { DataTable } from '../../ui/table/data-table.js';
import { AuditFilterBar } from './audit-filter-bar.js';
import { COLUMNS } from './columns.js';
import { EntryDialog } from './entry-dialog.js';
import { type AuditFilters, auditRoute } from './route.js';

export type AuditEntry = Schema<'AuditEntryView'>;

const PAGE_SIZE = 100;
/** No event tells of new entries. */
const EVERY_MS = 10_000;
const DAY_MS = 86_400_000;
const keyOf = ({ id }: AuditEntry): string => id;

export function AuditPage(): React.JSX.Element {
  return <Page title="Audit">{useMay('admin') ? <Trail /> : <NoRight needs="admin" />}</Page>;
}

/** The reader means both days as a whole; the API means instants. */
const queryOf = ({ to, ...filters }: AuditFilters): AuditFilters => ({
  ...filters,
  ...(to && { to: new Date(Date.parse(to) + DAY_MS).toISOString() }),
});

function Trail(): React.JSX.Element {
  const filters = auditRoute.useSearch();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const { query, rows, more } = useCursorPages({
    queryKey: ['audit', filters],
    load: (cursor, signal) => {
      const params = { query: { ...queryOf(filters), limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return answer(api.GET('/api/v1/audit', { params, signal }));
    },
    everyMs: EVERY_MS,
  });
  const change = (search: AuditFilters): void => void navigate({ to: '/audit', search, replace: true });
  return (
    <>
      <Panel flush title="Who did what">
        <AuditFilterBar filters={filters} change={change} />
        {query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
        <DataTable
          label="Audit trail"
          rows={rows}
          columns={COLUMNS}
          keyOf={keyOf}
          open={setOpened}
          isLoading={query.isPending}
          more={more}
          empty={
            !query.error && (
              <Empty title={Object.keys(filters).length > 0 ? 'No entry matches.' : 'Nothing was done yet.'} />
            )
          }
          foot="Newest first; kept for two years by default."
        />
      </Panel>
      {opened && <EntryDialog entry={opened} close={() => setOpened(null)} />}
    </>
  );
}
