import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../../app/root-route.js';
import { tradesSearch } from '../../../app/trades-search.js';

export const memberRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/$bioguide',
  validateSearch: tradesSearch,
  component: lazyRouteComponent(() => import('./page.js'), 'MemberPage'),
});
