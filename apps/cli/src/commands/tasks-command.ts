import { randomUUID } from 'node:crypto';
import { inOneLine } from '#rotunda/contracts';
import { ApiCommand, segment } from '../api/api-command.js';
import { type ShownTask, whyItFailed } from '../api/failed-attempt.js';

type Filters = Record<string, string | undefined>;

interface Given {
  task_id: string;
  message: string;
}

interface Status {
  status: string;
  error?: string;
}

interface TaskLine {
  id: string;
  chamber: string;
  name: string;
  state: string;
  run: number;
  times: { queued: string };
  error?: { code: string; message: string };
}

interface LetterLine {
  sequence: number;
  task_id: string;
  run: number;
  chamber: string;
  name: string;
  error: { code: string; message: string };
  died_at: string;
  replayed_as: number | null;
}

interface LogLine {
  at: string;
  level: string;
  task_id: string;
  attempt: number;
  message: string;
}

interface Why {
  task_id: string;
  state: string;
  reason: string;
  message: string;
  children?: Why[];
}

const WAIT_SECONDS = 20;
const ENDED = ['SUCCESS', 'FAILURE', 'REVOKED'];

/** What `rotunda tasks` asks the gateway, and how it prints the answers. Each verb returns the exit code. */
export class TasksCommand extends ApiCommand {
  submit(name: string, chamber: string, options: { args: object; unique: boolean; wait: boolean }): Promise<number> {
    return this.run(async () => {
      const body = { ...options.args, ...(options.unique ? { unique: true } : {}) };
      const path = `/tasks/${name}/${chamber}`;
      const { task_id, message } = await (options.wait ? this.give(path, body) : this.post<Given>(path, body));
      this.terminal.say(task_id);
      this.terminal.warn(message);
      return options.wait ? this.waitFor(task_id) : 0;
    });
  }

  /** Whoever waits for the end does not want to hear that the gateway was just starting again. */
  private async give(path: string, body: object): Promise<Given> {
    // To begin with there must be a gateway: an address that is wrong is said at once.
    await this.api.ask('/tasks/registered');
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return this.api.askUntilAnswered<Given>(path, { method: 'POST', headers, body: JSON.stringify(body) }, this.onAway);
  }

  list(filters: Filters): Promise<number> {
    return this.run(async () => {
      const { data } = await this.api.ask<{ data: TaskLine[] }>(`/tasks${query(filters)}`);
      for (const task of data) this.terminal.say(taskLine(task));
    });
  }

  show(id: string): Promise<number> {
    return this.run(async () => {
      const task = await this.api.ask<ShownTask>(`/tasks/${segment(id)}`);
      this.terminal.say(JSON.stringify(task, null, 2));
      for (const line of whyItFailed(task, this.api.gateway)) this.terminal.warn(line);
    });
  }

  why(id: string): Promise<number> {
    return this.run(async () => {
      const why = await this.api.ask<Why>(`/tasks/${segment(id)}/why`);
      this.terminal.say(whyLine(why));
      for (const child of why.children ?? []) this.terminal.say(`  ${child.task_id} ${whyLine(child)}`);
    });
  }

  logs(id: string, isFollowed: boolean): Promise<number> {
    return this.run(async () => {
      const path = `/tasks/${segment(id)}/logs`;
      if (!isFollowed) {
        const { lines } = await this.api.ask<{ lines: LogLine[] }>(path);
        for (const line of lines) this.terminal.say(logLine(line));
        return;
      }
      for await (const { event, data } of this.api.events(path, this.onAway)) {
        if (event === 'line') this.terminal.say(logLine(data as LogLine));
      }
    });
  }

  retry(id: string): Promise<number> {
    return this.steer(`/tasks/${segment(id)}/retry`);
  }

  cancel(id: string): Promise<number> {
    return this.steer(`/tasks/cancel/${segment(id)}`);
  }

  terminate(id: string): Promise<number> {
    return this.steer(`/tasks/${segment(id)}/terminate`);
  }

  purge(filters: Filters): Promise<number> {
    return this.run(async () => {
      const { purged, left, stale } = await this.post<Record<string, number>>('/tasks/purge', filters);
      this.terminal.say(`${purged} purged, ${left} left that run or wait for a retry, ${stale} leftovers removed`);
    });
  }

  deadLetters(filters: Filters): Promise<number> {
    return this.run(async () => {
      const { data } = await this.api.ask<{ data: LetterLine[] }>(`/tasks/dead-letters${query(filters)}`);
      for (const letter of data) this.terminal.say(letterLine(letter));
    });
  }

  replay(sequence: string | undefined, all: boolean, filters: Filters): Promise<number> {
    if (Boolean(sequence) === all) {
      this.terminal.warn('rotunda: name one dead letter by its number, or say --all');
      return Promise.resolve(1);
    }
    if (sequence) return this.steer(`/tasks/dead-letters/${segment(sequence)}/replay`);
    return this.run(async () => {
      const { replayed, invalid, skipped } = await this.post<Record<string, number>>(
        '/tasks/dead-letters/replay',
        filters,
      );
      this.terminal.say(`${replayed} replayed (${invalid} with a command that is not valid), ${skipped} skipped`);
    });
  }

  private steer(path: string): Promise<number> {
    return this.run(async () => {
      const { message, warning } = await this.post<{ message: string; warning?: string }>(path, {});
      this.terminal.say(message);
      if (warning) this.terminal.warn(warning);
    });
  }

  private readonly onAway = (): void =>
    this.terminal.warn('rotunda: the gateway is away; going on as soon as it is back');

  private async waitFor(id: string): Promise<number> {
    for (;;) {
      const path = `/tasks/status/${id}?wait=${WAIT_SECONDS}`;
      const { status, error } = await this.api.askUntilAnswered<Status>(path, {}, this.onAway);
      if (!ENDED.includes(status)) continue;
      this.terminal.say(error ? inOneLine(`${status}: ${error}`) : status);
      return status === 'SUCCESS' ? 0 : 1;
    }
  }
}

function query(filters: Filters): string {
  const given = Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}

const taskLine = ({ id, chamber, name, state, run, times, error }: TaskLine): string =>
  inOneLine(
    `${times.queued}  ${state.padEnd(7)}  ${`${chamber}.${name}`.padEnd(14)}  ${id}` +
      `${run > 1 ? ` (run ${run})` : ''}${error ? `  ${error.code}: ${error.message}` : ''}`,
  );

const logLine = ({ at, level, task_id, attempt, message }: LogLine): string =>
  inOneLine(`${at}  ${level.padEnd(5)}  ${task_id} (attempt ${attempt})  ${message}`);

const whyLine = ({ state, reason, message }: Why): string => inOneLine(`${state} (${reason}): ${message}`);

const letterLine = ({ sequence, task_id, run, chamber, name, error, died_at, replayed_as }: LetterLine): string =>
  inOneLine(
    `${String(sequence).padStart(6)}  ${died_at}  ${`${chamber}.${name}`.padEnd(14)}  ${task_id} (run ${run})` +
      `${replayed_as ? ` replayed as run ${replayed_as}` : ''}  ${error.code}: ${error.message}`,
  );
