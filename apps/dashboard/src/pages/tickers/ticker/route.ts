import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../../app/root-route.js';
import { given, monthOf } from '../../../app/search-values.js';

export interface OneTickerSearch {
  /** The month whose trades are listed: `2025-03`. */
  month?: string;
}

export const tickerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickers/$ticker',
  validateSearch: ({ month }: Record<string, unknown>): OneTickerSearch =>
    given<OneTickerSearch>({ month: monthOf(month) }),
  component: lazyRouteComponent(() => import('./page.js'), 'TickerPage'),
});
