import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { paths } from '../../api/schema.js';
import { shellRoute } from '../../app/root-route.js';

/** The filters, as the API has them. */
export type LetterFilters = NonNullable<paths['/api/v1/tasks/dead-letters/count']['get']['parameters']['query']>;

export const CHAMBERS: readonly NonNullable<LetterFilters['chamber']>[] = ['senate', 'house'];
export const KINDS: readonly NonNullable<LetterFilters['name']>[] = ['scrape', 'check', 'reparse'];

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
