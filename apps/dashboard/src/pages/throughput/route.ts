import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

export const throughputRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/throughput',
  component: lazyRouteComponent(() => import('./page.js'), 'ThroughputPage'),
});
