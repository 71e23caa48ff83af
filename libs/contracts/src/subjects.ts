import { type Chamber, CHAMBERS } from './chambers.js';
import { kindOf, kindsOf, type TaskName } from './kinds/index.js';
import { DRAINING } from './live-state.js';

export const STREAMS = {
  tasks: 'TASKS',
  deadLetters: 'DEAD_LETTERS',
  taskLogs: 'TASK_LOGS',
  disclosures: 'DISCLOSURES',
  audit: 'AUDIT',
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

/** Commands that take long have a lane of their own: see `TaskKind.longIf`. */
export type Lane = 'short' | 'long';

/** The durable pull consumer of a command's lane. */
export const consumerName = (chamber: Chamber, name: TaskName, lane: Lane = 'short'): string =>
  `${chamber}-${name}${lane === 'long' ? '-long' : ''}`;

/** All commands that the scrapers take. */
export const COMMANDS: readonly { chamber: Chamber; name: TaskName }[] = CHAMBERS.flatMap((chamber) =>
  kindsOf(chamber).map((name) => ({ chamber, name })),
);

/** A command's lane: where its messages are in TASKS, and the consumer that delivers them. */
export interface CommandLane {
  chamber: Chamber;
  name: TaskName;
  lane: Lane;
  subject: string;
  consumer: string;
}

export const laneSubject = (chamber: Chamber, name: TaskName, lane: Lane): string =>
  `${commandSubject(chamber, name)}${lane === 'long' ? '.long' : ''}`;

const LANES: readonly Lane[] = ['short', 'long'];

/** The lanes of all commands. */
export const COMMAND_LANES: readonly CommandLane[] = COMMANDS.flatMap(({ chamber, name }) =>
  LANES.filter((lane) => lane === 'short' || kindOf(name).longIf).map((lane) => ({
    ...{ chamber, name, lane },
    ...{ subject: laneSubject(chamber, name, lane), consumer: consumerName(chamber, name, lane) },
  })),
);

export const commandLanesOf = (of: Chamber): CommandLane[] => COMMAND_LANES.filter(({ chamber }) => chamber === of);

/** The lane of e.g. `tasks.house.scrape` or `tasks.house.scrape.long`; null if there is no such command. */
export const parseLaneSubject = (subject: string): CommandLane | null =>
  COMMAND_LANES.find((lane) => lane.subject === subject) ?? null;

export const deadLetterSubject = (chamber: string, name: string): string => `dead.${chamber}.${name}`;

/** Entries of the audit trail that wait for Postgres. */
export const AUDIT_SUBJECT = 'audit.entries';

export const WORKER_VERBS = [...DRAINING, 'ping'] as const;
export type WorkerVerb = (typeof WORKER_VERBS)[number];

/** Where one worker is asked something, by a request of core NATS; the answer is its `WorkerState` as JSON. */
export const controlSubject = (chamber: Chamber, worker: string, verb: WorkerVerb | '*'): string =>
  `control.${chamber}.${worker}.${verb}`;

export const logSubject = (taskId: string): string => `logs.${taskId}`;

/** The key of a chamber's request budget in KV `sites`; its pause and breaker are under the key `<chamber>`. */
export const budgetKey = (chamber: Chamber): `${Chamber}.budget` => `${chamber}.budget`;

/** The key of a worker's name in KV `workers`; `n` is 1 for `house-scraper@host`, 2 for `house-scraper-2@host`. */
export const workerNameKey = (service: string, host: string, n: number): string =>
  `name.${keyToken(service)}.${keyToken(host)}.${n}`;

/** Any text as part of a KV key or an id. */
export const keyToken = (text: string): string => text.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 64);

/** The id of a group's child. */
export const childTaskId = (group: string, chamber: Chamber, n: number): string => `${group}-${chamber}-${n}`;

/**
 * The ids of a group's children of one chamber, from the first to this one: all of them if it is the last. For a task
 * that is not a child, its own id. Uses only the id, so it also works for children whose results have expired.
 */
export function childrenUpTo(taskId: string, chamber: Chamber): string[] {
  const [, group, n] = new RegExp(`^(.+)-${chamber}-([1-9]\\d{0,3})$`).exec(taskId) ?? [];
  if (!group) return [taskId];
  return Array.from({ length: Number(n) }, (_, i) => childTaskId(group, chamber, i + 1));
}

/** The command of a subject, in any lane; null if there is no such command. */
export function parseCommandSubject(subject: string): { chamber: Chamber; name: TaskName } | null {
  const found = parseLaneSubject(subject);
  return found && { chamber: found.chamber, name: found.name };
}

export const FILING_EVENTS = ['new', 'amended', 'withdrawn'] as const;
export type FilingEvent = (typeof FILING_EVENTS)[number];

export const filingSubject = (chamber: string, event: FilingEvent): string => `disclosures.filing.${chamber}.${event}`;

/** All announced trades. */
export const TRADE_SUBJECTS = 'disclosures.trade.*.*';

/** A ticker such as `BRK.B` becomes one subject token: dots and other odd characters become `_`, no ticker is `_`. */
export const tradeSubject = (chamber: string, ticker: string | null): string =>
  `disclosures.trade.${chamber}.${ticker?.replaceAll(/[^A-Za-z0-9-]/g, '_') || '_'}`;
