import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../../app/root-route.js';
import { given, monthOf } from '../../../app/search-values.js';

export interface OneMemberSearch {
  /** The month whose trades are listed: `2025-03`. */
  month?: string;
}

export const memberRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members/$bioguide',
  validateSearch: ({ month }: Record<string, unknown>): OneMemberSearch =>
    given<OneMemberSearch>({ month: monthOf(month) }),
  component: lazyRouteComponent(() => import('./page.js'), 'MemberPage'),
});
