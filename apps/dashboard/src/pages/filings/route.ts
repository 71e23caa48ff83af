import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { OneEach } from '../../api/one-each.js';
import { CHAMBERS } from '../../api/task-kinds.js';
import type { paths } from '../../api/schema.js';
import { shellRoute } from '../../app/root-route.js';
import { FILING_STATUSES, FORMATS } from '../../disclosures/words.js';
import { dayOf, given, oneOf, textOf } from '../../app/search-values.js';

export type FilingQuery = NonNullable<paths['/api/v1/filings']['get']['parameters']['query']>;
/** The filters, as the API has them. */
export type FilingSearch = Pick<
  OneEach<FilingQuery>,
  'chamber' | 'member' | 'ticker' | 'format' | 'filed_from' | 'filed_to' | 'status' | 'bioguide'
>;

export const filingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/filings',
  validateSearch: (search: Record<string, unknown>): FilingSearch =>
    given<FilingSearch>({
      ...{ chamber: oneOf(CHAMBERS, search['chamber']), status: oneOf(FILING_STATUSES, search['status']) },
      format: oneOf(FORMATS, search['format']),
      ...{ member: textOf(search['member']), ticker: textOf(search['ticker']), bioguide: textOf(search['bioguide']) },
      ...{ filed_from: dayOf(search['filed_from']), filed_to: dayOf(search['filed_to']) },
    }),
  component: lazyRouteComponent(() => import('./page.js'), 'FilingsPage'),
});
