import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

export const sitesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sites',
  component: lazyRouteComponent(() => import('./page.js'), 'SitesPage'),
});
