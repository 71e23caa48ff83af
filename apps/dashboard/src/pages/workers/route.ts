import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

export const workersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/workers',
  component: lazyRouteComponent(() => import('./page.js'), 'WorkersPage'),
});
