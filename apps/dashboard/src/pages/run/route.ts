import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';
import { readRunSearch } from './run-search.js';

export const runRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/run',
  validateSearch: readRunSearch,
  component: lazyRouteComponent(() => import('./page.js'), 'RunPage'),
});
