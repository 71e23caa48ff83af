import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { LetterFilters } from './route.js';

/** How many match; null while that is unknown. */
export function useCount(filters: LetterFilters): number | null {
  const { data } = useQuery({
    queryKey: ['dead-letters', 'count', filters],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/tasks/dead-letters/count', { params: { query: filters }, signal })),
  });
  return data?.count ?? null;
}
