import type { TaskAttempt, TaskState } from '#rotunda/contracts';
import { fieldLines } from '../../output/fields.js';
import { answerFields } from '../../output/answer-fields.js';
import { colourOf, paint, type Paper } from '../../output/paint.js';
import { type Column, tableLines } from '../../output/table.js';
import { whyItFailed } from './failed-attempt.js';
import { errorText } from './task-lines.js';

type Attempt = Omit<TaskAttempt, 'evidence'> & {
  evidence?: { url: string; status: number | null; page?: string; screenshot?: string };
};
type Task = Omit<TaskState, 'attempts'> & { attempts: Attempt[] };

interface Group {
  id: string;
  state: string;
  size: number;
  children: Task[];
  /** Those whose state can't be read now. */
  unknown_children?: string[];
  times: TaskState['times'];
  result?: { status: string; totals: object };
  error?: TaskState['error'];
}

/** As `GET tasks/{id}` shows it. */
export type ShownTask = Task | Group;

const SECOND_MS = 1_000;

/** A task or a group for people. */
export function pageOf(task: ShownTask, gateway: string, paper: Paper): string[] {
  const lines = 'children' in task ? groupPage(task, paper) : taskPage(task, paper);
  return [...lines, ...whyItFailed(task, gateway)];
}

function taskPage(task: Task, paper: Paper): string[] {
  const { id, chamber, name, state, run, args, worker, source, group, not_before, error, attempts, progress } = task;
  return [
    `${chamber}.${name}  ${stateText(task, paper)}`,
    ...fieldLines([
      ['id', id],
      ['group', group?.id],
      ['args', JSON.stringify(args)],
      ['queued', task.times.queued],
      ['came from', source],
      ['run', run > 1 ? run : null],
      ['worker', worker],
      ['retries', task.retries > 0 ? `${task.retries} of at most ${task.max_retries}` : null],
      ['waits until', state === 'RETRY' ? not_before : null],
      ['progress', progressText(progress)],
      ['error', error && errorText(error)],
      ...answerFields(task.result ?? {}),
    ]),
    ...section('Attempts', attempts, ATTEMPTS, paper),
  ];
}

function groupPage({ id, size, children, times, error, ...group }: Group, paper: Paper): string[] {
  return [
    `group of ${size} tasks  ${stateText({ ...group, times }, paper)}`,
    ...fieldLines([
      ['id', id],
      ['queued', times.queued],
      ['unreadable', group.unknown_children?.join(', ')],
      ['error', error && errorText(error)],
      ...answerFields(group.result ? { status: group.result.status, ...group.result.totals } : {}),
    ]),
    ...section('Tasks', children, CHILDREN, paper),
  ];
}

const ATTEMPTS: Column<Attempt>[] = [
  { name: 'no.', cell: ({ n }) => n, align: 'right' },
  { name: 'started', cell: ({ started }) => started },
  { name: 'took', cell: ({ started, finished }) => finished && tookText(started, finished), align: 'right' },
  { name: 'worker', cell: ({ worker }) => worker },
  { name: 'error', cell: ({ error }) => error?.code },
];

const CHILDREN: Column<Task>[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'state', cell: ({ state }) => state, colour: ({ state }) => colourOf(state) },
  { name: 'progress', cell: ({ progress }) => progressText(progress) },
  { name: 'error', cell: ({ error }) => error?.code },
];

function section<T>(heading: string, rows: readonly T[], columns: readonly Column<T>[], paper: Paper): string[] {
  return rows.length === 0 ? [] : ['', `${heading}:`, ...tableLines(rows, columns, paper)];
}

/** A state in its colour, and since when. */
function stateText({ state, times: { started, finished } }: Pick<ShownTask, 'state' | 'times'>, paper: Paper): string {
  const since = finished
    ? ` at ${finished}${started ? ` after ${tookText(started, finished)}` : ''}`
    : started
      ? ` since ${started}`
      : '';
  return paint(colourOf(state), state, paper) + since;
}

const tookText = (started: string, finished: string): string =>
  `${((Date.parse(finished) - Date.parse(started)) / SECOND_MS).toFixed(1)} s`;

/** Null before there is any. */
const progressText = ({ phase, done, total, saved, skipped, errors }: TaskState['progress']): string | null =>
  phase === ''
    ? null
    : `${phase}: ${done} of ${total} filings; ${saved} trades saved, ${skipped} already stored, ${errors} unreadable`;
