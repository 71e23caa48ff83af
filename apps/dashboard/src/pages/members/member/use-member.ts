import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import type { Schema } from '../../../api/types.js';

export function useMember(bioguide: string): UseQueryResult<Schema<'MemberWithFilingsView'>> {
  const queryKey = ['members', bioguide];
  const params = { path: { bioguide } };
  useRefreshOn(['trade'], queryKey);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/members/{bioguide}', { params, signal })),
  });
}

export function useMemberTrades(bioguide: string): UseQueryResult<Schema<'MemberTradesView'>> {
  const params = { path: { bioguide } };
  return useQuery({
    // Below that of the member: fetched again with it.
    queryKey: ['members', bioguide, 'trades'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/members/{bioguide}/trades-summary', { params, signal })),
  });
}

/** Their late trades: the counts of all of them, and the newest ones. */
export function useMemberLate(bioguide: string): UseQueryResult<Schema<'LatePage'>> {
  const params = { query: { bioguide: [bioguide], limit: MOST_LATE } };
  return useQuery({
    queryKey: ['members', bioguide, 'late'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/late', { params, signal })),
  });
}

export const MOST_LATE = 100;
