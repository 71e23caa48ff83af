import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

export const tasksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tasks',
  component: lazyRouteComponent(() => import('./page.js'), 'TasksPage'),
});
