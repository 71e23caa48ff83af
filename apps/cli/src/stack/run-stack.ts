import { StateFolder } from './state-folder.js';
import { type StopReason, stopRequest } from './stop-request.js';
import { Supervisor } from './parts/supervisor.js';
import type { Terminal } from '../terminal.js';

export interface RunContext {
  folder: StateFolder;
  supervisor: Supervisor;
  /** Aborted when we are asked to stop; ends all waiting. */
  stopping: AbortSignal;
}

export interface RunOptions {
  /** The state folder. */
  data: string;
  terminal: Terminal;
  /** Exit code of a run that is stopped before its work is done. */
  whenStopped: (reason: StopReason) => number;
}

/**
 * Claims the state folder and does the work under a supervisor, until it is done or we are asked to stop. Leaves no
 * process behind, whatever happens.
 * @returns the exit code
 */
export async function runStack(options: RunOptions, work: (context: RunContext) => Promise<number>): Promise<number> {
  const { data, terminal, whenStopped } = options;
  const stopped = stopRequest();
  const folder = await StateFolder.claim(data);
  const supervisor = new Supervisor((line) => terminal.warn(line));
  const stopping = new AbortController();
  try {
    const done = work({ folder, supervisor, stopping: stopping.signal });
    return await Promise.race([done, stopped.then(whenStopped)]);
  } finally {
    stopping.abort();
    terminal.say('Stopping …');
    await supervisor.stop();
    await folder.release();
  }
}

/** For work that runs until we are asked to stop. */
export const untilStopped = (): Promise<never> => new Promise(() => undefined);
