import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from './client.js';
import { alsoOnceFetched } from './live/also-once-fetched.js';
import { useRefresh } from './live/refresh-on.js';
import { useLive } from './live/use-live.js';
import { useTaskChanges } from './live/use-task-changes.js';
import type { Schema } from './types.js';

export type Task = Schema<'TaskView'>;

/** No more are listed; there may be more. */
export const MOST_TASKS = 100;

/** The tasks that are in a state now, the last queued first, as they come and go: `MOST_TASKS` of them. */
export function useTasksIn(state: Task['state']): UseQueryResult<Task[]> {
  const client = useQueryClient();
  const queryKey = ['tasks', 'in', state];
  const refresh = useRefresh(queryKey);
  useLive(['reset'], refresh);
  const apply = (changes: ReadonlyMap<string, Task>): void => {
    const before = client.getQueryData<Task[]>(queryKey);
    if (!before) return;
    const tasks = [...changes.values()].reduce((all, task) => withTask(all, task, state), before);
    client.setQueryData<Task[]>(queryKey, tasks);
    // Others that were not listed may move up.
    if (before.length === MOST_TASKS && tasks.length < MOST_TASKS) refresh();
  };
  useTaskChanges((changes) => alsoOnceFetched(client, queryKey, () => apply(changes)));
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/tasks', { params: { query: { state, limit: MOST_TASKS } }, signal }))).data,
  });
}

/** @returns the same array where nothing changes */
export function withTask(tasks: Task[], task: Task, state: Task['state']): Task[] {
  const isThere = tasks.some(({ id }) => id === task.id);
  if (task.state !== state) return isThere ? tasks.filter(({ id }) => id !== task.id) : tasks;
  return isThere ? tasks.map((other) => (other.id === task.id ? task : other)) : [task, ...tasks].slice(0, MOST_TASKS);
}
