import type { Chamber } from '../chambers.js';
import { CHECK } from './check.js';
import { REPARSE } from './reparse.js';
import { SCRAPE } from './scrape.js';
import type { TaskKind } from './task-kind.js';

export * from './check.js';
export * from './command.js';
export * from './reparse.js';
export * from './scrape.js';
export * from './task-kind.js';

/** The kinds of tasks that there are, by name. */
export const KINDS = {
  scrape: SCRAPE,
  check: CHECK,
  reparse: REPARSE,
} satisfies Record<string, TaskKind>;

export type TaskName = keyof typeof KINDS;
export const TASK_NAMES = Object.keys(KINDS) as TaskName[];

export type CommandOf<N extends TaskName> = InstanceType<(typeof KINDS)[N]['command']>;
export type ResultOf<N extends TaskName> = NonNullable<(typeof KINDS)[N]['result']>;
export type TaskResult = ResultOf<TaskName>;

/** The declaration of any kind, where it does not matter which. */
export const kindOf = (name: TaskName): TaskKind => KINDS[name];

/** The kinds that a chamber's scraper does. */
export const kindsOf = (chamber: Chamber): TaskName[] =>
  TASK_NAMES.filter((name) => kindOf(name).chambers.includes(chamber));
