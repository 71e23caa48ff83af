import { TASK_STATES, type TaskState, type TaskStateName } from '#rotunda/contracts';

/** How many tasks there are of each state, with a zero where there is none. */
export function countByState(tasks: TaskState[]): Record<TaskStateName, number> {
  const counts = Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Record<TaskStateName, number>;
  for (const { state } of tasks) counts[state] += 1;
  return counts;
}
