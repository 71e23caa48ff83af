import type { TaskState } from '#rotunda/contracts';
import type { GroupState } from '#rotunda/tasks';

/** A task, or a group of tasks as one. */
export type FoundTask = TaskState | GroupState;
