import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from '../../app/root-route.js';
import { given, oneOf, textOf } from '../../app/search-values.js';
import { CHAMBERS } from '../../api/task-kinds.js';

export interface MemberSearch {
  name?: string;
  chamber?: 'senate' | 'house';
  party?: string;
  state?: string;
  /** Also those who filed nothing. */
  all?: true;
}

export const membersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/members',
  validateSearch: ({ name, chamber, party, state, all }: Record<string, unknown>): MemberSearch =>
    given<MemberSearch>({
      ...{ name: textOf(name), chamber: oneOf(CHAMBERS, chamber), party: textOf(party), state: textOf(state) },
      all: all === true ? true : undefined,
    }),
  component: lazyRouteComponent(() => import('./page.js'), 'MembersPage'),
});
