import type { Chamber } from '../chambers.js';
import { CHECK } from './check.js';
import { REPARSE } from './reparse.js';
import { SCRAPE } from './scrape.js';
import type { TaskKind } from './task-kind.js';
import { TASK_NAMES, type TaskName } from './task-names.js';

export * from './check.js';
export * from './command.js';
export * from './reparse.js';
export * from './scrape.js';
export * from './task-kind.js';
export * from './task-names.js';

/** All kinds of task, by name. */
export const KINDS = {
  scrape: SCRAPE,
  check: CHECK,
  reparse: REPARSE,
} satisfies Record<TaskName, TaskKind>;

export type CommandOf<N extends TaskName> = InstanceType<(typeof KINDS)[N]['command']>;
export type ResultOf<N extends TaskName> = NonNullable<(typeof KINDS)[N]['result']>;
export type TaskResult = ResultOf<TaskName>;

/** The declaration of a kind, without the types of its command and result. */
export const kindOf = (name: TaskName): TaskKind => KINDS[name];

/** The kinds that a chamber's scraper runs. */
export const kindsOf = (chamber: Chamber): TaskName[] =>
  TASK_NAMES.filter((name) => kindOf(name).chambers.includes(chamber));
