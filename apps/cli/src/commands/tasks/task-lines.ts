import { inOneLine } from '#rotunda/contracts/light';

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

export const taskLine = ({ id, chamber, name, state, run, times, error }: ListedTask): string =>
  inOneLine(
    `${times.queued}  ${state.padEnd(7)}  ${`${chamber}.${name}`.padEnd(14)}  ${id}` +
      `${run > 1 ? ` (run ${run})` : ''}${error ? `  ${error.code}: ${error.message}` : ''}`,
  );

export const logLine = ({ at, level, task_id, attempt, message }: LogLine): string =>
  inOneLine(`${at}  ${level.padEnd(5)}  ${task_id} (attempt ${attempt})  ${message}`);

export const whyLine = ({ state, reason, message }: Why): string => inOneLine(`${state} (${reason}): ${message}`);

export const letterLine = ({
  sequence,
  task_id,
  run,
  chamber,
  name,
  error,
  died_at,
  replayed_as,
}: ListedLetter): string =>
  inOneLine(
    `${String(sequence).padStart(6)}  ${died_at}  ${`${chamber}.${name}`.padEnd(14)}  ${task_id} (run ${run})` +
      `${replayed_as ? ` replayed as run ${replayed_as}` : ''}  ${error.code}: ${error.message}`,
  );
