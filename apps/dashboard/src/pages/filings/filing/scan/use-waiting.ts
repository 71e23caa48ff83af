import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../../api/client.js';
import type { Schema } from '../../../../api/types.js';
import type { OneFiling } from '../page.js';

export type WaitingRow = Schema<'ScanRowView'>;

const NONE: WaitingRow[] = [];

/** The rows of a scan that wait for a person: its open review has them. */
export function useWaiting({ id, status }: OneFiling): WaitingRow[] {
  const { data } = useQuery({
    queryKey: ['filings', 'waiting', id, status],
    enabled: status === 'paper_review',
    queryFn: async ({ signal }) => {
      const query = { filing: id, status: 'open', limit: 1 } as const;
      const { data: open } = await answer(api.GET('/api/v1/reviews', { params: { query }, signal }));
      if (open[0] === undefined) return NONE;
      const path = { id: open[0].id };
      const review = await answer(api.GET('/api/v1/reviews/{id}', { params: { path }, signal }));
      return review.paper?.rows ?? NONE;
    },
  });
  return data ?? NONE;
}
