import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { paths } from '../../api/schema.js';
import { shellRoute } from '../../app/root-route.js';
import { dayOf, given, oneOf, textOf } from '../../app/search-values.js';

type AuditQuery = NonNullable<paths['/api/v1/audit']['get']['parameters']['query']>;
/** The filters, as the API has them. `from` and `to` are days. */
export type AuditFilters = Omit<AuditQuery, 'limit' | 'cursor'>;

export const RESULTS: readonly NonNullable<AuditFilters['result']>[] = ['ok', 'refused', 'failed'];
export const SOURCES: readonly NonNullable<AuditFilters['source']>[] = ['rest', 'dashboard', 'cli', 'bus'];

/** Each action once: the compiler says if one is missing. */
const ACTION_NAMES: Record<NonNullable<AuditFilters['action']>, true> = {
  ...({ 'task.scrape': true, 'task.check': true, 'task.reparse': true } as const),
  ...({ 'task.cancel': true, 'task.retry': true, 'task.terminate': true, 'queue.purge': true } as const),
  ...({ 'dead-letter.replay': true, 'dead-letter.delete': true } as const),
  ...({ 'schedule.edit': true, 'schedule.delete': true, 'schedule.pause': true } as const),
  ...({ 'schedule.resume': true, 'schedule.run': true, 'schedule.reset': true } as const),
  ...({ 'site.pause': true, 'site.resume': true, 'worker.drain': true, 'worker.restart': true } as const),
  ...({ 'review.accept': true, 'review.correct': true, 'review.reject': true } as const),
  ...({ 'lineage.decide': true, 'member.decide': true } as const),
  ...({ 'members.import': true, 'members.match': true } as const),
  ...({ 'key.make': true, 'key.revoke': true, 'session.start': true, 'session.end': true } as const),
};
export const ACTIONS = Object.keys(ACTION_NAMES) as (keyof typeof ACTION_NAMES)[];

export const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): AuditFilters => {
    const { actor, action, target, source, result, q, from, to } = search;
    return given<AuditFilters>({
      ...{ q: textOf(q), actor: textOf(actor), target: textOf(target), from: dayOf(from), to: dayOf(to) },
      ...{ action: oneOf(ACTIONS, action), source: oneOf(SOURCES, source), result: oneOf(RESULTS, result) },
    });
  },
  component: lazyRouteComponent(() => import('./page.js'), 'AuditPage'),
});
