import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { paths } from '../../api/schema.js';
import { CHAMBERS, KINDS } from '../../api/task-kinds.js';
import { shellRoute } from '../../app/root-route.js';

/** The filters, as the API has them. */
export type LetterFilters = NonNullable<paths['/api/v1/tasks/dead-letters/count']['get']['parameters']['query']>;

export const deadLettersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/dead-letters',
  validateSearch: (search: Record<string, unknown>): LetterFilters => {
    const chamber = CHAMBERS.find((one) => one === search['chamber']);
    const name = KINDS.find((one) => one === search['name']);
    const { code } = search;
    return {
      ...(chamber && { chamber }),
      ...(name && { name }),
      ...(typeof code === 'string' && /^\w{1,100}$/.test(code) && { code }),
    };
  },
  component: lazyRouteComponent(() => import('./page.js'), 'DeadLettersPage'),
});
