import { COMMANDS, isTaskId, TASK_STATES, type TaskState } from '#rotunda/contracts';
import { isTooDeep } from './parse-command.js';

/** Far more than any real state has; serializing a much deeper one overflows the stack. */
const DEEPEST = 100;
/** Fits into an integer column of Postgres. */
const LARGEST_COUNT = 1e9;
/** In the format of `toISOString`, with a year that Postgres accepts; such instants compare as plain strings. */
const INSTANT = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;

/**
 * Parses the entry of KV `tasks` under `id`, which anybody with the NATS CLI may have written; null if it is not a
 * state of this task. Such an entry counts as absent, and the task's next step overwrites it. Without this check one
 * bad value could break the lists, the history of all tasks, or a worker.
 */
export function readTaskState(id: string, text: string): TaskState | null {
  const value = parse(text);
  return isFields(value) && value['id'] === id && isTaskId(id) && isState(value) && !isTooDeep(value, DEEPEST)
    ? value
    : null;
}

/** A log line about a damaged entry, with the remedy. */
export const damagedTask = (id: string): string =>
  `${id} in KV tasks is not a valid task state and is ignored: remove it with "nats kv del tasks ${id}"`;

type Check = (value: unknown) => boolean;
type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Check = (value) => typeof value === 'string';
const isCount: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_COUNT;
const isFromOne: Check = (value) => isCount(value) && value !== 0;
const isInstant: Check = (value) =>
  typeof value === 'string' && INSTANT.test(value) && new Date(value).toJSON()?.slice(0, 19) === value.slice(0, 19);

const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shaped =
  (shape: Record<string, Check>): Check =>
  (value) =>
    isFields(value) && Object.entries(shape).every(([name, check]) => check(value[name]));

const isError = shaped({ code: isText, message: isText });

const isAttempt = shaped({
  n: isFromOne,
  worker: isText,
  started: isInstant,
  finished: orNull(isInstant),
  error: optional(isError),
  evidence: optional(isFields),
});

const isSound = shaped({
  v: oneOf([1]),
  id: isText,
  args: isFields,
  state: oneOf(TASK_STATES),
  run: isFromOne,
  attempts: listOf(isAttempt),
  retries: isCount,
  max_retries: Number.isFinite,
  crashes: isCount,
  worker: orNull(isText),
  source: optional(isText),
  headers: optional(isFields),
  group: optional(shaped({ id: isText, size: isFromOne, whole: optional(orNull(isFields)) })),
  stream_seq: orNull(Number.isSafeInteger),
  not_before: optional(isInstant),
  unpublished: optional(shaped({ at: isInstant, body: isText })),
  cancel_requested_at: optional(isInstant),
  times: shaped({ queued: isInstant, started: orNull(isInstant), finished: orNull(isInstant) }),
  progress: isFields,
  result: optional(isFields),
  error: optional(isError),
});

const isCommand = ({ chamber, name }: Fields): boolean =>
  COMMANDS.some((command) => command.chamber === chamber && command.name === name);

const isState = (value: Fields): value is Fields & TaskState => isSound(value) && isCommand(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
