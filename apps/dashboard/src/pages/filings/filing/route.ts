import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../../app/root-route.js';

export const filingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/filings/$id',
  component: lazyRouteComponent(() => import('./page.js'), 'FilingPage'),
});
