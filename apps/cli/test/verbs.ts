import { Command, CommanderError } from 'commander';
import { expect } from 'vitest';
import { type Cli, cliOn } from '../src/cli.js';
import { addOutputOptions } from '../src/output/output-options.js';
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
    const program = new Command('rotunda').exitOverride().configureOutput({
      writeOut: output.write,
      writeErr: errors.write,
    });
    const cli = cliOn(new Terminal(output, errors));
    addVerbs(program, cli);
    addOutputOptions(program, cli);
    try {
      await program.parseAsync(args, { from: 'user' });
      return cli.exitCode;
    } catch (error) {
      if (error instanceof CommanderError) return error.exitCode;
      errors.write(`rotunda: ${(error as Error).message}\n`);
      return 1;
    }
  }
}

/** For `toEqual`: how a verb ends that fails with this message. */
export const failure = (stderr: RegExp): object => ({ code: 1, stdout: '', stderr: expect.stringMatching(stderr) });
