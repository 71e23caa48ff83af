import { createRouter } from '@tanstack/react-router';
import { auditRoute } from './pages/audit/route.js';
import { deadLettersRoute } from './pages/dead-letters/route.js';
import { filingRoute } from './pages/filings/filing/route.js';
import { filingsRoute } from './pages/filings/route.js';
import { keysRoute } from './pages/keys/route.js';
import { lateRoute } from './pages/late/route.js';
import { memberRoute } from './pages/members/member/route.js';
import { membersRoute } from './pages/members/route.js';
import { overviewRoute } from './pages/overview/route.js';
import { schedulesRoute } from './pages/schedules/route.js';
import { signInRoute } from './pages/sign-in/route.js';
import { sitesRoute } from './pages/sites/route.js';
import { runRoute } from './pages/run/route.js';
import { taskRoute } from './pages/tasks/task/route.js';
import { tasksRoute } from './pages/tasks/route.js';
import { throughputRoute } from './pages/throughput/route.js';
import { tickerRoute } from './pages/tickers/ticker/route.js';
import { tickersRoute } from './pages/tickers/route.js';
import { tokensRoute } from './pages/tokens/route.js';
import { workersRoute } from './pages/workers/route.js';
import { queryClient } from './app/query-client.js';
import { rootRoute, shellRoute } from './app/root-route.js';

/** Each page by its address: the folder below pages/ has the same name. */
const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    ...[overviewRoute, tasksRoute, taskRoute, runRoute, workersRoute, throughputRoute, schedulesRoute],
    ...[filingsRoute, filingRoute, membersRoute, memberRoute, tickersRoute, tickerRoute, lateRoute],
    ...[deadLettersRoute, sitesRoute, keysRoute, auditRoute, tokensRoute],
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  // Queries know how old their data is.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  // What no page reads is no part of its address: else `useSearch` would have it unread.
  search: { strict: true },
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
