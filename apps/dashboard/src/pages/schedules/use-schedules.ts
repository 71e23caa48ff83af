import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { alsoOnceFetched } from '../../api/live/also-once-fetched.js';
import { useRefreshOn } from '../../api/live/refresh-on.js';
import { useLive } from '../../api/live/use-live.js';
import type { Schema } from '../../api/types.js';

export type ScheduleEntry = Schema<'ScheduleEntry'>;
type ScheduleList = Schema<'ScheduleList'>;

const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  queryFn: ({ signal }) => answer(api.GET('/api/v1/schedules', { signal })),
});

/** All schedules. A change of one is there at once; its last runs, which the event does not have, shortly after. */
export function useSchedules() {
  const client = useQueryClient();
  const change = (step: (entry: ScheduleEntry) => ScheduleEntry): void =>
    alsoOnceFetched(client, schedulesQuery.queryKey, () =>
      client.setQueryData(
        schedulesQuery.queryKey,
        (list?: ScheduleList) => list && { ...list, schedules: list.schedules.map(step) },
      ),
    );
  useLive(['schedule'], ({ data }) => change((entry) => (entry.name === data.name ? { ...entry, ...data } : entry)));
  useLive(['task'], ({ data }) =>
    change((entry) =>
      entry.last_runs?.some(({ id }) => id === data.id)
        ? { ...entry, last_runs: entry.last_runs.map((run) => (run.id === data.id ? data : run)) }
        : entry,
    ),
  );
  useRefreshOn(['schedule', 'schedule-damaged', 'schedule-gone'], ['schedules'], ['schedule']);
  return useQuery(schedulesQuery);
}
