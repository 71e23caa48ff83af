import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

interface SchedulesSearch {
  /** The schedule whose editor is open. */
  edit?: string;
  /** The editor is open for one that does not exist yet. */
  new?: true;
}

export const schedulesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/schedules',
  validateSearch: (search: Record<string, unknown>): SchedulesSearch => ({
    ...(typeof search['edit'] === 'string' && search['edit'] !== '' && { edit: search['edit'] }),
    ...(search['new'] === true && { new: true as const }),
  }),
  component: lazyRouteComponent(() => import('./page.js'), 'SchedulesPage'),
});
