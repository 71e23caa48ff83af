import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../../app/root-route.js';

export const taskRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tasks/$id',
  component: lazyRouteComponent(() => import('./page.js'), 'TaskPage'),
});
