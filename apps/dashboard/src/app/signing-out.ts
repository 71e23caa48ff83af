import type { QueryClient } from '@tanstack/react-query';
import type { AnyRouter } from '@tanstack/react-router';
import { answer, api, whenSignedOut } from '../api/client.js';
import { live } from '../api/live/live.js';
import { type Session, sessionQuery } from '../api/session.js';
import { isSignedOut } from './root-route.js';

/** Opens the sign-in as soon as the gateway does not know the user any more, and keeps where they were. */
export function followSession(queryClient: QueryClient, router: AnyRouter): void {
  const ask = (): void =>
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }, { cancelRefetch: false });
  whenSignedOut(ask);
  // Each time: the session may have ended while the gateway was away.
  live.onFailure(ask);
  queryClient.getQueryCache().subscribe(({ query }) => {
    const session = query.queryKey[0] === 'session' ? (query.state.data as Session | undefined) : undefined;
    if (!session || !isSignedOut(session) || router.state.location.pathname === '/sign-in') return;
    live.stop();
    void router.navigate({ to: '/sign-in', search: { from: router.state.location.href } });
  });
}

export async function signOut(queryClient: QueryClient): Promise<void> {
  await answer(api.DELETE('/api/v1/session'));
  live.stop();
  // What another user may see is not this one's to keep.
  queryClient.clear();
  window.location.assign('/sign-in');
}
