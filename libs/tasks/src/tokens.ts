/** Injects `TaskSettings`. */
export const TASK_SETTINGS = Symbol('task settings');
