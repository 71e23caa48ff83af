import { StateFolder } from './state-folder.js';
import { type StopReason, stopRequest } from './stop-request.js';
import { Supervisor } from './parts/supervisor.js';
import type { Terminal } from '../terminal.js';

export interface RunContext {
  folder: StateFolder;
  supervisor: Supervisor;
  /** Aborted when we are asked to end: whoever waits for something need wait no longer. */
  stopping: AbortSignal;
}

export interface RunOptions {
  /** The state folder. */
  data: string;
  terminal: Terminal;
  /** Exit code of a run that is asked to end before its work has. */
  whenStopped: (reason: StopReason) => number;
}

/**
 * Does the work with a state folder of its own and a supervisor, until it is done or we are asked to end. Afterwards no
 * process is left, however it went.
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

/** For work that goes on until we are asked to end. */
export const untilStopped = (): Promise<never> => new Promise(() => undefined);
