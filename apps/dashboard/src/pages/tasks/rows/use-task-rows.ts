import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { answer, api } from '../../../api/client.js';
import { alsoOnceFetched } from '../../../api/live/also-once-fetched.js';
import { useLive } from '../../../api/live/use-live.js';
import { useTaskChanges } from '../../../api/live/use-task-changes.js';
import type { Schema } from '../../../api/types.js';
import type { TaskFilter } from '../filter/filter-values.js';
import { patched, type RowPage, type RowPages } from './patched.js';
import { rowOf } from './task-row.js';

const PAGE = 200;
/** So many rows are kept; older ones are shown from their own time on, so that memory stays bounded. */
const MOST_ROWS = 5_000;
/** Rows that came in at the top; with more of them the list begins again with its first page. */
const MOST_ADDED = 2_000;

type Task = Schema<'TaskView'>;

async function fetchPage(filter: TaskFilter, cursor: string | null, signal: AbortSignal): Promise<RowPage> {
  const query = { ...filter, limit: PAGE, ...(cursor !== null && { cursor }) };
  const { data, next_cursor } = await answer(api.GET('/api/v1/tasks', { params: { query }, signal }));
  return { rows: data.map(rowOf), next: next_cursor };
}

const rowsIn = (pages: readonly RowPage[]): number => pages.reduce((sum, { rows }) => sum + rows.length, 0);

/** The tasks that match, kept current. While the reader is further down, new ones wait instead of moving the rows. */
export function useTaskRows(filter: TaskFilter, isAtTop: boolean) {
  const client = useQueryClient();
  const queryKey = useMemo(() => ['tasks', 'list', filter] as const, [filter]);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => fetchPage(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }, pages) => (rowsIn(pages) < MOST_ROWS ? next : null),
    placeholderData: keepPreviousData,
    // Live events keep it current: all pages again would be a request for each.
    refetchOnWindowFocus: false,
  });

  /** Begins again with the first page alone. */
  const restart = useCallback(() => {
    client.setQueryData<RowPages>(queryKey, (data) => data && first(data));
    void client.invalidateQueries({ queryKey });
  }, [client, queryKey]);

  const waiting = useWaiting(queryKey);
  const patch = (changes: ReadonlyMap<string, Task>): void => {
    const data = client.getQueryData<RowPages>(queryKey);
    if (!data) return;
    const { data: next, added } = patched(data, changes, filter);
    if (added.length === 0 || isAtTop) client.setQueryData<RowPages>(queryKey, next);
    else {
      const known = new Map([...changes].filter(([id]) => !added.includes(id)));
      client.setQueryData<RowPages>(queryKey, patched(data, known, filter).data);
      waiting.add(added);
    }
    if ((next.pages[0]?.rows.length ?? 0) > PAGE + MOST_ADDED) restart();
  };
  useTaskChanges((changes) => alsoOnceFetched(client, queryKey, () => patch(changes)));
  useLive(['reset'], restart);

  const rows = useMemo(() => (query.data?.pages ?? []).flatMap((page) => page.rows), [query.data]);
  const isCut = !query.hasNextPage && (query.data?.pages.at(-1)?.next ?? null) !== null;
  return { query, rows, isCut, waiting: waiting.count, restart: () => (waiting.clear(), restart()) };
}

const first = ({ pages, pageParams }: RowPages): RowPages => ({
  pages: pages.slice(0, 1),
  pageParams: pageParams.slice(0, 1),
});

/** How many tasks came while the reader was further down, of this list. */
function useWaiting(list: unknown) {
  const [held, setHeld] = useState<{ list: unknown; ids: ReadonlySet<string> }>({ list, ids: new Set() });
  return {
    count: held.list === list ? held.ids.size : 0,
    add: (ids: string[]) =>
      setHeld((last) => ({ list, ids: new Set([...(last.list === list ? last.ids : []), ...ids]) })),
    clear: () => setHeld({ list, ids: new Set() }),
  };
}
