import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';
import { isUnauthorized } from './problem.js';
import type { Schema } from './types.js';

export type Session = Schema<'SessionView'>;
export type Role = 'look' | 'act' | 'admin';

const ROLES: Role[] = ['look', 'act', 'admin'];

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => readSession(signal),
  staleTime: 60_000,
});

const askSession = (signal: AbortSignal): Promise<Session> => answer(api.GET('/api/v1/session', { signal }));

/** A browser still sends the cookie of a session that has ended, and is refused: without it, it is told how to sign in. */
async function readSession(signal: AbortSignal): Promise<Session> {
  try {
    return await askSession(signal);
  } catch (error) {
    if (!isUnauthorized(error)) throw error;
    await answer(api.DELETE('/api/v1/session'));
    return await askSession(signal);
  }
}

export const useSession = (): Session => useSuspenseQuery(sessionQuery).data;

/** Whether the user may do what needs this role. The server refuses it anyway; a button that is refused helps no one. */
export function useMay(role: Role): boolean {
  const { data } = useQuery(sessionQuery);
  return data?.role ? ROLES.indexOf(data.role) >= ROLES.indexOf(role) : false;
}
