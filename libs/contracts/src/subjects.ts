import { type Chamber, CHAMBERS } from './chambers.js';
import { kindsOf, type TaskName } from './kinds/index.js';

export const STREAMS = {
  tasks: 'TASKS',
  deadLetters: 'DEAD_LETTERS',
  taskLogs: 'TASK_LOGS',
  disclosures: 'DISCLOSURES',
} as const;

export const BUCKETS = {
  tasks: 'tasks',
  workers: 'workers',
  schedules: 'schedules',
  sites: 'sites',
  claims: 'claims',
} as const;

export const commandSubject = (chamber: Chamber, name: TaskName): `tasks.${Chamber}.${TaskName}` =>
  `tasks.${chamber}.${name}`;

/** Every command that some scraper takes. */
export const COMMANDS: readonly { chamber: Chamber; name: TaskName }[] = CHAMBERS.flatMap((chamber) =>
  kindsOf(chamber).map((name) => ({ chamber, name })),
);

export const deadLetterSubject = (chamber: string, name: string): string => `dead.${chamber}.${name}`;

export const logSubject = (taskId: string): string => `logs.${taskId}`;

/** The durable pull consumer of a command subject. */
export const consumerName = (chamber: Chamber, name: TaskName): string => `${chamber}-${name}`;

/** The key of a chamber's request budget in KV `sites`; its pause and breaker stand under the chamber itself. */
export const budgetKey = (chamber: Chamber): `${Chamber}.budget` => `${chamber}.budget`;

/** The key of a name for people in KV `workers`: of `house-scraper@host`, 1, or `house-scraper-2@host`, 2. */
export const workerNameKey = (service: string, host: string, n: number): string =>
  `name.${keyToken(service)}.${keyToken(host)}.${n}`;

/** Any text as a part of a KV key or of an id. */
export const keyToken = (text: string): string => text.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 64);

/** A child of a group: `all` is one command for each chamber. */
export const childTaskId = (group: string, chamber: Chamber, n: number): string => `${group}-${chamber}-${n}`;

/**
 * The children of a chamber's group from the first to this one, which is all of them where it is the last; of a task that
 * is no child, the task itself. Told from the id alone, so that it holds for children whose results are gone.
 */
export function childrenUpTo(taskId: string, chamber: Chamber): string[] {
  const [, group, n] = new RegExp(`^(.+)-${chamber}-([1-9]\\d{0,3})$`).exec(taskId) ?? [];
  if (!group) return [taskId];
  return Array.from({ length: Number(n) }, (_, i) => childTaskId(group, chamber, i + 1));
}

/** Takes `tasks.house.scrape` apart; null where it names no command that exists. */
export function parseCommandSubject(subject: string): { chamber: Chamber; name: TaskName } | null {
  return COMMANDS.find(({ chamber, name }) => commandSubject(chamber, name) === subject) ?? null;
}

export type FilingEvent = 'new' | 'amended' | 'withdrawn';

export const filingSubject = (chamber: string, event: FilingEvent): string => `disclosures.filing.${chamber}.${event}`;

/** A ticker such as `BRK.B` is one subject token: dots and other odd characters become `_`, no ticker is `_`. */
export const tradeSubject = (chamber: string, ticker: string | null): string =>
  `disclosures.trade.${chamber}.${ticker?.replaceAll(/[^A-Za-z0-9-]/g, '_') || '_'}`;
