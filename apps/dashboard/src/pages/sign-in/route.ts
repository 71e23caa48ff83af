import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route.js';

interface SignInSearch {
  /** Where the user was going: an address of this page. */
  from?: string;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Only a path of ours: a link to the sign-in must not lead elsewhere afterwards.
  validateSearch: ({ from }: Record<string, unknown>): SignInSearch =>
    typeof from === 'string' && /^\/(?![/\\])/.test(from) ? { from } : {},
  component: lazyRouteComponent(() => import('./page.js'), 'SignInPage'),
});
