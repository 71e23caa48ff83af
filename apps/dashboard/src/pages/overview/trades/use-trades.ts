import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import type { Schema } from '../../../api/types.js';

export type Trade = Schema<'TradePage'>['data'][number];

const QUERY_KEY = ['trades', 'newest'];
const SHOWN = 8;

/** Those that were stored last. The event of a new one lacks its document, so they are fetched again. */
export function useNewestTrades(): UseQueryResult<Trade[]> {
  useRefreshOn(['trade'], QUERY_KEY);
  const query = { limit: SHOWN, order: 'stored' } as const;
  return useQuery({
    queryKey: QUERY_KEY,
    queryFn: async ({ signal }) => (await answer(api.GET('/api/v1/trades', { params: { query }, signal }))).data,
  });
}
