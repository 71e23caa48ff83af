import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';
import { dayOf, given, textOf } from '../../app/search-values.js';

export interface TickerSearch {
  /** Part of the ticker or of an asset's name. */
  search?: string;
  filed_from?: string;
  filed_to?: string;
}

export const tickersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickers',
  validateSearch: ({ search, filed_from, filed_to }: Record<string, unknown>): TickerSearch =>
    given<TickerSearch>({ search: textOf(search), filed_from: dayOf(filed_from), filed_to: dayOf(filed_to) }),
  component: lazyRouteComponent(() => import('./page.js'), 'TickersPage'),
});
