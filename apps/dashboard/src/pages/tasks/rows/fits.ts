import type { Schema } from '../../../api/types.js';
import type { TaskFilter } from '../filter/filter-values.js';

type Task = Schema<'TaskView'>;

/** Whether the list with this filter has the task, as the gateway decides it. */
export function fits(task: Task, filter: TaskFilter): boolean {
  const { state, chamber, name, worker, group, error, q, from, to } = filter;
  return (
    (state === undefined || task.state === state) &&
    (chamber === undefined || task.chamber === chamber) &&
    (name === undefined || task.name === name) &&
    (worker === undefined || (task.worker ?? task.attempts.at(-1)?.worker) === worker) &&
    (group === undefined || task.group?.id === group) &&
    (error === undefined || task.error?.code === error) &&
    (q === undefined || hasText(task, q)) &&
    (from === undefined || Date.parse(task.times.queued) >= Date.parse(from)) &&
    (to === undefined || Date.parse(task.times.queued) < Date.parse(to))
  );
}

function hasText({ id, args, error }: Task, text: string): boolean {
  // Postgres writes jsonb with spaces: `"days_back": 7` is found.
  const written = JSON.stringify(args, null, 1).replaceAll(/\n */g, ' ');
  return [id, written, error?.code, error?.message].join('\n').toLowerCase().includes(text.toLowerCase());
}
