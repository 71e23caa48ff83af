import { Command } from 'commander';
import type { Cli } from './cli.js';
import { EXIT_CODES, failureOf } from './exit-codes.js';

/** Commander's, without verbs: prints where the terminal prints, and throws instead of ending the process. */
export const emptyProgram = ({ terminal }: Cli): Command =>
  new Command('rotunda').exitOverride().configureOutput({
    writeOut: (text) => terminal.say(text.trimEnd()),
    writeErr: (text) => terminal.warn(text.trimEnd()),
    // Errors are printed below: commander's too may have to be JSON.
    outputError: () => undefined,
  });

/**
 * Runs the verb that was typed, and prints why it failed.
 *
 * @returns the exit code
 */
export async function runProgram(program: Command, cli: Cli, words: readonly string[]): Promise<number> {
  try {
    await program.parseAsync(words, { from: 'user' });
    return cli.exitCode;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) return EXIT_CODES.done;
    // Wrong words end before a verb could read its options.
    if (words.includes('--json')) cli.output.mode = 'json';
    // A thing without a verb: commander has shown the help.
    if (failure.message !== '(outputHelp)') cli.output.error(failure);
    return EXIT_CODES[failure.code];
  }
}
