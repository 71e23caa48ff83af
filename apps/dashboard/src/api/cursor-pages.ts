import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

interface CursorPage<Row> {
  data: Row[];
  next_cursor: string | null;
}

interface Options<Page> {
  queryKey: QueryKey;
  /** The first page without a cursor. */
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;
  /** Fetches the list again this often, as long as nobody has scrolled far down. */
  everyMs?: number;
}

/** So many pages are fetched again at once at most. */
const FEW_PAGES = 2;

/** A list that the gateway gives page by page: its rows, and `more` for a DataTable. */
export function useCursorPages<Page extends CursorPage<unknown>>({ queryKey, load, everyMs }: Options<Page>) {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => load(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    refetchInterval: ({ state }) => (everyMs && (state.data?.pages.length ?? 0) <= FEW_PAGES ? everyMs : false),
  });
  const rows = useMemo<Page['data']>(() => query.data?.pages.flatMap(({ data }) => data) ?? [], [query.data]);
  const more = {
    hasMore: query.hasNextPage,
    isLoading: query.isFetchingNextPage,
    load: () => void query.fetchNextPage(),
  };
  return { query, rows, more };
}
