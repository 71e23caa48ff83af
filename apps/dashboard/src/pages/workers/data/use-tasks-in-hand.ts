import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api } from '../../../api/client.js';
import { alsoOnceFetched } from '../../../api/live/also-once-fetched.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import { useTaskChanges } from '../../../api/live/use-task-changes.js';
import type { Schema } from '../../../api/types.js';

type Task = Schema<'TaskView'>;

const KEY = ['tasks', 'in-hand'] as const;
const MOST = 500;

/** The tasks that workers are doing, by id, with their progress as it comes. */
export function useTasksInHand(): ReadonlyMap<string, Task> {
  const client = useQueryClient();
  useTaskChanges((changes) =>
    alsoOnceFetched(client, KEY, () =>
      client.setQueryData<Task[]>(KEY, (tasks) => {
        const others = tasks?.filter(({ id }) => !changes.has(id));
        return others && [...others, ...[...changes.values()].filter(({ state }) => state === 'STARTED')];
      }),
    ),
  );
  useRefreshOn([], KEY);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const query = { state: 'STARTED', limit: MOST } as const;
      return (await answer(api.GET('/api/v1/tasks', { params: { query }, signal }))).data;
    },
  });
  return useMemo(() => new Map(data?.map((task) => [task.id, task])), [data]);
}
