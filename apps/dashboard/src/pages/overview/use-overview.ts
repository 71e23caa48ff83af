import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import type { Schema } from '../../api/types.js';

export type Overview = Schema<'OverviewView'>;
export type ChamberOverview = Overview['chambers'][number];

const QUERY_KEY = ['overview'];

export function useOverview(): UseQueryResult<Overview> {
  useRefreshOn(['task', 'schedule', 'schedule-gone', 'site'], QUERY_KEY);
  return useQuery({ queryKey: QUERY_KEY, queryFn: ({ signal }) => answer(api.GET('/api/v1/overview', { signal })) });
}
