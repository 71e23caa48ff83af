import { COMMANDS, isTaskId, TASK_STATES, type TaskState } from '#rotunda/contracts';
import { isTooDeep } from './parse-command.js';

/** Far more than any state of ours has; whoever writes a deeper one as JSON runs out of stack in the end. */
const DEEPEST = 100;
/** What a column of Postgres holds. */
const LARGEST_COUNT = 1e9;
/** A year that Postgres knows, written as `toISOString` does: such instants compare as plain strings. */
const INSTANT = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?Z$/;

/**
 * Reads what stands in KV `tasks` under `id`, which anybody with the NATS CLI may have written: null where it is no state
 * of this task. Such an entry counts as none, and the next step of its task writes it anew; one value that a reader
 * breaks on would take the lists, the history of all tasks, or a worker with it.
 */
export function readTaskState(id: string, text: string): TaskState | null {
  const value = parse(text);
  return isFields(value) && value['id'] === id && isTaskId(id) && isState(value) && !isTooDeep(value, DEEPEST)
    ? value
    : null;
}

/** What to do about an entry that is none; for the log of whoever meets it. */
export const damagedTask = (id: string): string =>
  `${id} in KV tasks is no task's state and counts as absent: remove it with "nats kv del tasks ${id}"`;

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
