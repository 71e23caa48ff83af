import { Command, CommanderError } from 'commander';
import { Terminal } from '../src/terminal.js';

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

type AddVerbs = (program: Command, exit: (code: number) => void, terminal: Terminal) => void;

/** A verb that runs in this process, as `rotunda …` runs it in one of its own; what it has printed so far. */
export class RunningVerb {
  stdout = '';
  stderr = '';
  readonly exited: Promise<number>;

  constructor(addVerbs: AddVerbs, args: string[]) {
    this.exited = this.run(addVerbs, args);
  }

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
    let code = 0;
    addVerbs(program, (given) => (code = given), new Terminal(output, errors));
    try {
      await program.parseAsync(args, { from: 'user' });
      return code;
    } catch (error) {
      if (error instanceof CommanderError) return error.exitCode;
      errors.write(`rotunda: ${(error as Error).message}\n`);
      return 1;
    }
  }
}
