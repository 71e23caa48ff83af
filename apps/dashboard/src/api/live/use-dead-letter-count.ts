import { useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../client.js';
import { useLive } from './use-live.js';

const KEY = ['dead-letters', 'count'] as const;

/** How many dead letters there are now; null while that is unknown. */
export function useDeadLetterCount(): number | null {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks/dead-letters/count', { signal })),
  });
  useLive(['dead-letters'], (event) => client.setQueryData(KEY, { count: event.data.count }));
  return data?.count ?? null;
}
