/** The limits of a task's life: `TaskSettings`. */
export const TASK_SETTINGS = Symbol('task settings');
