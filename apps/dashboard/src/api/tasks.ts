import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from './client.js';
import { useRefreshOn } from './live/refresh-on.js';
import { useLive } from './live/use-live.js';
import type { Schema } from './types.js';

export type Task = Schema<'TaskView'>;

const MOST = 100;

/** The tasks that are in a state now, the last queued first, as they come and go. */
export function useTasksIn(state: Task['state']): UseQueryResult<Task[]> {
  const client = useQueryClient();
  const queryKey = ['tasks', 'in', state];
  useLive(['task'], ({ data }) =>
    client.setQueryData<Task[]>(queryKey, (tasks) => tasks && withTask(tasks, data, state)),
  );
  useRefreshOn([], queryKey);
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/v1/tasks', { params: { query: { state, limit: MOST } }, signal }))).data,
  });
}

/** @returns the same array where nothing changes */
export function withTask(tasks: Task[], task: Task, state: Task['state']): Task[] {
  const isThere = tasks.some(({ id }) => id === task.id);
  if (task.state !== state) return isThere ? tasks.filter(({ id }) => id !== task.id) : tasks;
  return isThere ? tasks.map((other) => (other.id === task.id ? task : other)) : [task, ...tasks];
}
