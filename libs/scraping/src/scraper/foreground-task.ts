import { randomUUID } from 'node:crypto';
import type { Command, TaskProgress } from '#rotunda/contracts';
import type { RunningTask } from '#rotunda/tasks';

/** A task at a terminal, without a broker. Only Ctrl-C cancels it, and no other worker takes it over. */
export class ForegroundTask<C extends Command> implements RunningTask<C> {
  readonly id = `run-${randomUUID()}`;
  readonly attempt = 1;
  private readonly controller = new AbortController();

  constructor(readonly args: C) {
    process.once('SIGINT', () => this.controller.abort(new Error('interrupted')));
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Failures are shown at the terminal. */
  keepEvidence(): void {}

  report({ phase, done = 0, total = 0, saved }: Partial<TaskProgress>): void {
    const stored = saved === undefined ? '' : `, ${saved} trades saved`;
    const line = total === 0 ? `${phase} …` : `${phase}: ${done} of ${total} filings${stored}`;
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  }
}
