import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../../app/root-route.js';
import { tradesSearch } from '../../../app/trades-search.js';

export const tickerRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickers/$ticker',
  validateSearch: tradesSearch,
  component: lazyRouteComponent(() => import('./page.js'), 'TickerPage'),
});
