import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { OneEach } from '../../api/one-each.js';
import { CHAMBERS } from '../../api/task-kinds.js';
import type { paths } from '../../api/schema.js';
import { shellRoute } from '../../app/root-route.js';
import { FORMATS } from '../../disclosures/words.js';
import { dayOf, given, oneOf, textOf } from '../../app/search-values.js';

export type LateQuery = NonNullable<paths['/api/v1/late']['get']['parameters']['query']>;
/** The filters, as the API has them. */
export type LateSearch = Pick<
  OneEach<LateQuery>,
  'chamber' | 'member' | 'bioguide' | 'ticker' | 'format' | 'filed_from' | 'filed_to'
>;

export const lateRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/late',
  validateSearch: (search: Record<string, unknown>): LateSearch =>
    given<LateSearch>({
      ...{ chamber: oneOf(CHAMBERS, search['chamber']), member: textOf(search['member']) },
      ...{ bioguide: textOf(search['bioguide']), ticker: textOf(search['ticker']) },
      format: oneOf(FORMATS, search['format']),
      ...{ filed_from: dayOf(search['filed_from']), filed_to: dayOf(search['filed_to']) },
    }),
  component: lazyRouteComponent(() => import('./page.js'), 'LatePage'),
});
