import { Output } from './output/output.js';
import type { Terminal } from './terminal.js';

/** What every command gets of the program that it belongs to. An error that it throws is printed, and the code is 1. */
export interface Cli {
  readonly terminal: Terminal;
  /** What a verb answers: for people, with --json or with --quiet. */
  readonly output: Output;
  /** Of the process, once the command is done. */
  exitCode: number;
  /** The process has become a service, which ends by itself. */
  isService: boolean;
  /** What to say if Ctrl-C ends the verb: what goes on without it. */
  interruptNote: readonly string[];
}

export const cliOn = (terminal: Terminal): Cli => ({
  terminal,
  output: new Output(terminal),
  exitCode: 0,
  isService: false,
  interruptNote: [],
});
