import { TASK_STATES, type TaskState, type TaskStateName } from '#rotunda/contracts';

/** How many tasks are in each state, with zeros. */
export function countByState(tasks: TaskState[]): Record<TaskStateName, number> {
  const counts = Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Record<TaskStateName, number>;
  for (const { state } of tasks) counts[state] += 1;
  return counts;
}
