import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { Schema } from './types.js';

export type Session = Schema<'SessionView'>;
export type Role = 'look' | 'act' | 'admin';

const ROLES: Role[] = ['look', 'act', 'admin'];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/session', { signal })),
  staleTime: 60_000,
});

export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

/** Whether the user may do what needs this role. The server refuses it anyway; a button that is refused helps no one. */
export function useMay(role: Role): boolean {
  const { data } = useQuery(sessionQuery);
  return data?.role ? ROLES.indexOf(data.role) >= ROLES.indexOf(role) : false;
}
