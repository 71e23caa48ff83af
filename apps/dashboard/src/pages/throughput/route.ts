import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';

export const PERIODS = ['hour', 'day', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

export interface ThroughputSearch {
  period?: Period;
  /** The kind whose graphs are shown: `house.scrape`. */
  kind?: string;
}

export const throughputRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/throughput',
  validateSearch: ({ period, kind }: Record<string, unknown>): ThroughputSearch => {
    const known = PERIODS.find((one) => one === period);
    return { ...(known && { period: known }), ...(typeof kind === 'string' && { kind }) };
  },
  component: lazyRouteComponent(() => import('./page.js'), 'ThroughputPage'),
});
