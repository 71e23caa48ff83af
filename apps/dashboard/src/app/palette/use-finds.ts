import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Activity, CalendarClock, ListChecks } from 'lucide-react';
import { answer, api } from '../../api/client.js';
import { kindText } from '../../ui/task-text.js';
import type { Item, ItemGroup } from './item.js';

const MOST_TASKS = 6;
/** The index of texts has three in a row: the gateway refuses less. */
const SEARCHABLE = /[\p{L}\p{N}]{3}/u;

/** The last tasks; with a query, those that the history finds by id, argument or error. */
export function useTasks(query: string): { group: ItemGroup; isLoading: boolean } {
  const navigate = useNavigate();
  const q = SEARCHABLE.test(query) ? query.trim() : '';
  const { data, isFetching } = useQuery({
    queryKey: ['tasks', 'of-palette', q],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/v1/tasks', { params: { query: { limit: MOST_TASKS, ...(q && { q }) } }, signal })),
    placeholderData: (before) => before,
  });
  const items = (data?.data ?? []).map((task): Item => {
    const { id, state } = task;
    const act = (): void => void navigate({ to: '/tasks/$id', params: { id } });
    return { id: `task-${id}`, label: `${kindText(task)} · ${state}`, hint: id, icon: ListChecks, act };
  });
  return {
    group: { value: q ? 'Tasks that match' : 'Last tasks', items: q || !query.trim() ? items : [] },
    isLoading: isFetching,
  };
}

/** Schedules and workers, by their names. */
export function useNamed(): ItemGroup[] {
  const navigate = useNavigate();
  const schedules = useQuery({
    queryKey: ['schedules', 'of-palette'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/schedules', { signal })),
  });
  const workers = useQuery({
    queryKey: ['workers', 'of-palette'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/workers', { signal })),
  });
  return [
    {
      value: 'Schedules',
      items: (schedules.data?.schedules ?? []).map(({ name }) => ({
        ...{ id: `schedule-${name}`, label: name, words: 'schedule', icon: CalendarClock },
        act: () => void navigate({ to: '/schedules' }),
      })),
    },
    {
      value: 'Workers',
      items: (workers.data?.workers ?? []).map(({ id, name }) => ({
        ...{ id: `worker-${id}`, label: name, words: `worker ${id}`, icon: Activity },
        act: () => void navigate({ to: '/workers' }),
      })),
    },
  ];
}
