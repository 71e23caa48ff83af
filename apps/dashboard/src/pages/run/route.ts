import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

export const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/run',
  component: lazyRouteComponent(() => import('./page.js'), 'RunPage'),
});
