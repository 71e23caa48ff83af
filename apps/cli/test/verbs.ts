import type { Command } from 'commander';
import { expect } from 'vitest';
import { type Cli, cliOn } from '../src/cli.js';
import { EXIT_CODES } from '../src/exit-codes.js';
import { addOutputOptions } from '../src/output/output-options.js';
import { emptyProgram, runProgram } from '../src/run-program.js';
import { Terminal } from '../src/terminal.js';

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

type AddVerbs = (program: Command, cli: Cli) => void;

/** A verb that runs in this process as `rotunda …` runs it in one of its own, and what it has printed so far. */
export class RunningVerb {
  stdout = '';
  stderr = '';
  readonly exited: Promise<number>;

  constructor(addVerbs: AddVerbs, args: string[]) {
    this.exited = this.run(addVerbs, args);
  }

  /** What it has printed when it is done, and its exit code. */
  async outcome(): Promise<Outcome> {
    const code = await this.exited;
    return { code, stdout: this.stdout, stderr: this.stderr };
  }

  private async run(addVerbs: AddVerbs, args: string[]): Promise<number> {
    const output = { write: (text: string) => ((this.stdout += text), true), isTTY: false };
    const errors = { write: (text: string) => ((this.stderr += text), true), isTTY: false };
    const cli = cliOn(new Terminal(output, errors));
    const program = emptyProgram(cli);
    addVerbs(program, cli);
    addOutputOptions(program, cli);
    return runProgram(program, cli, args);
  }
}

/** For `toEqual`: how a verb ends that fails with this message. */
export const failure = (stderr: RegExp, code: keyof typeof EXIT_CODES = 'failed'): object => ({
  ...{ code: EXIT_CODES[code], stdout: '', stderr: expect.stringMatching(stderr) },
});
