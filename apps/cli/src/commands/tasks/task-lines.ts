import { inOneLine } from '#rotunda/contracts/light';
import { colourOf } from '../../output/paint.js';
import type { Column } from '../../output/table.js';

/** A task, as `GET tasks` lists it; the answer has more fields, here and below. */
export interface ListedTask {
  id: string;
  chamber: string;
  name: string;
  state: string;
  run: number;
  times: { queued: string };
  error?: { code: string; message: string };
}

/** A dead letter, as `GET tasks/dead-letters` lists it. */
export interface ListedLetter {
  sequence: number;
  task_id: string;
  run: number;
  chamber: string;
  name: string;
  error: { code: string; message: string };
  died_at: string;
  replayed_as: number | null;
}

/** A line of a task's log. */
export interface LogLine {
  at: string;
  level: string;
  task_id: string;
  attempt: number;
  message: string;
}

/** The answer of `GET tasks/{id}/why`. */
export interface Why {
  task_id: string;
  state: string;
  reason: string;
  message: string;
  children?: Why[];
}

export const TASK_COLUMNS: Column<ListedTask>[] = [
  { name: 'queued', cell: ({ times }) => times.queued },
  { name: 'state', cell: ({ state }) => state, colour: ({ state }) => colourOf(state) },
  { name: 'task', cell: ({ chamber, name }) => `${chamber}.${name}` },
  { name: 'id', cell: ({ id }) => id },
  { name: 'run', cell: ({ run }) => run, align: 'right' },
  { name: 'error', cell: ({ error }) => error && errorText(error) },
];

export const LETTER_COLUMNS: Column<ListedLetter>[] = [
  { name: 'number', cell: ({ sequence }) => sequence, align: 'right' },
  { name: 'died', cell: ({ died_at }) => died_at },
  { name: 'task', cell: ({ chamber, name }) => `${chamber}.${name}` },
  { name: 'id', cell: ({ task_id }) => task_id },
  { name: 'run', cell: ({ run }) => run, align: 'right' },
  { name: 'replayed as', cell: ({ replayed_as }) => replayed_as && `run ${replayed_as}` },
  { name: 'error', cell: ({ error }) => errorText(error) },
];

export const errorText = ({ code, message }: { code: string; message: string }): string => `${code}: ${message}`;

export const logLine = ({ at, level, task_id, attempt, message }: LogLine): string =>
  inOneLine(`${at}  ${level.padEnd(5)}  ${task_id} (attempt ${attempt})  ${message}`);

export const whyLine = ({ state, reason, message }: Why): string => inOneLine(`${state} (${reason}): ${message}`);
