/** The kinds of task; `KINDS` declares each. */
export const TASK_NAMES = ['scrape', 'check', 'reparse'] as const;
export type TaskName = (typeof TASK_NAMES)[number];
