import type { Terminal } from './terminal.js';

/** What every command gets of the program that it belongs to. An error that it throws is printed, and the code is 1. */
export interface Cli {
  readonly terminal: Terminal;
  /** Of the process, once the command is done. */
  exitCode: number;
}
