import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

export const deadLettersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dead-letters',
  component: lazyRouteComponent(() => import('./page.js'), 'DeadLettersPage'),
});
