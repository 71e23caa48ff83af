import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { alsoOnceFetched } from '../../../api/live/also-once-fetched.js';
import { useRefresh, useRefreshOn } from '../../../api/live/refresh-on.js';
import { useLive } from '../../../api/live/use-live.js';
import type { Schema } from '../../../api/types.js';

export type Task = Schema<'TaskView'>;
export type Group = Schema<'TaskGroupView'>;
export type Found = Task | Group;

export const isGroup = (found: Found): found is Group => 'children' in found;

/** A task, or a group with its children, as they change. */
export function useTask(id: string): UseQueryResult<Found> {
  const client = useQueryClient();
  const queryKey = ['task', id];
  const refresh = useRefresh(queryKey);
  useLive(['task'], ({ data: task }) => {
    if (task.id === id) {
      alsoOnceFetched(client, queryKey, () => client.setQueryData<Found>(queryKey, task));
    } else if (task.group?.id === id) {
      const before = client.getQueryData<Found>(queryKey);
      const wasIn = before && isGroup(before) ? before.children.find((child) => child.id === task.id)?.state : null;
      alsoOnceFetched(client, queryKey, () =>
        client.setQueryData<Found>(queryKey, (found) => (found && isGroup(found) ? withChild(found, task) : found)),
      );
      // The gateway folds the states of the children into one.
      if (wasIn !== task.state) refresh();
    }
  });
  useRefreshOn([], queryKey);
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks/{id}', { params: { path: { id } }, signal })),
  });
}

const withChild = (group: Group, task: Task): Group => ({
  ...group,
  children: group.children.map((child) => (child.id === task.id ? task : child)),
});
