import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

export interface WorkersSearch {
  /** The name of the worker that is shown alone. */
  worker?: string;
}

export const workersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/workers',
  validateSearch: ({ worker }: Record<string, unknown>): WorkersSearch =>
    typeof worker === 'string' && worker !== '' ? { worker } : {},
  component: lazyRouteComponent(() => import('./page.js'), 'WorkersPage'),
});
