import { type Argument, Command } from 'commander';
import { takeGatewayAnywhere } from './api/gateway-option.js';
import type { Cli } from './cli.js';
import { EXIT_CODES, failureOf } from './exit-codes.js';

/** Commander's, without verbs: prints where the terminal prints, and throws instead of ending the process. */
export function emptyProgram({ terminal }: Cli): Command {
  const program = new Command('rotunda')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: (text) => terminal.warn(text.trimEnd()),
      // Errors are printed below: commander's too may have to be JSON.
      outputError: () => undefined,
    })
    .configureHelp({ showGlobalOptions: true, subcommandTerm: wordsOf });
  return takeGatewayAnywhere(program);
}

/** A verb in the list of its thing: its own help tells the options. */
const wordsOf = (verb: Command): string =>
  [verb.name(), ...verb.registeredArguments.map((argument) => termOf(argument))].join(' ');

const termOf = (argument: Argument): string => {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
};

/** A word that is no verb of its thing is called so: commander takes it for an argument of `list`, the verb by default. */
export function refuseUnknownVerbs(program: Command): void {
  for (const thing of program.commands) {
    const verbs = thing.commands.map((verb) => verb.name());
    thing.hook('preSubcommand', () => {
      const [word] = thing.args;
      if (word === undefined || word.startsWith('-') || verbs.includes(word)) return;
      const code = 'commander.unknownCommand';
      thing.error(`error: unknown command '${word}'; "rotunda ${thing.name()}" has ${verbs.join(', ')}`, { code });
    });
  }
}

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
