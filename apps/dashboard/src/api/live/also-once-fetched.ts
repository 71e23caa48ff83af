import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Applies what an event tells to a query's data: now, and again to the answer that is on its way, if one is. That answer
 * may be older than the event, and would undo it.
 */
export function alsoOnceFetched(client: QueryClient, queryKey: QueryKey, apply: () => unknown): void {
  apply();
  const query = client.getQueryCache().find({ queryKey, exact: true });
  if (query?.state.fetchStatus === 'fetching') void query.promise?.then(apply, () => undefined);
}
