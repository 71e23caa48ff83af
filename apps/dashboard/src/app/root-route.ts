import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import { type Session, sessionQuery } from '../api/session.js';
import { Layout } from './layout/layout.js';
import { NotFound, RouteFailed } from './route-states.js';

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  notFoundComponent: NotFound,
  errorComponent: RouteFailed,
});

export const isSignedOut = ({ keys_required, role }: Session): boolean => keys_required && role === null;

/** Every page but the sign-in: with the navigation around it, for those who may look. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context: { queryClient }, location }) => {
    if (isSignedOut(await queryClient.ensureQueryData(sessionQuery)))
      throw redirect({ to: '/sign-in', search: { from: location.href } });
  },
  component: Layout,
  notFoundComponent: NotFound,
  errorComponent: RouteFailed,
});
