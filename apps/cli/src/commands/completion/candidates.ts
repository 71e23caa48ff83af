import type { Argument, Command, Option } from 'commander';
import { awaitsValue, isFlag, optionOf, readLine, splitFlag, takesValue, type TypedLine } from './typed-line.js';

/** A word that may stand at the end of the line. */
export interface Candidate {
  word: string;
  /** For people; empty where the word says it. */
  what: string;
}

/** The names of the things that a command is about, e.g. of all schedules. */
export type NamesOf = (thing: string, line: TypedLine) => Promise<readonly string[]>;

const TAKES_FILE = /<(path|file|files|dir)\b/;

/**
 * What can follow.
 *
 * @param words after `rotunda`; the last one is being typed, and may be empty
 * @returns `files` if the shell knows
 */
export async function candidates(
  program: Command,
  words: readonly string[],
  namesOf: NamesOf,
): Promise<readonly Candidate[] | 'files'> {
  const line = readLine(program, words.slice(0, -1));
  const word = words.at(-1) ?? '';
  const found = await allFor(line, word, namesOf);
  return found === 'files' ? found : found.filter((candidate) => candidate.word.startsWith(word));
}

async function allFor(line: TypedLine, word: string, namesOf: NamesOf): Promise<readonly Candidate[] | 'files'> {
  const { command, open, isLiteral } = line;
  if (open && (!isFlag(word) || awaitsValue(line))) return valuesOf(open);
  if (isFlag(word) && !isLiteral) {
    const { flag, value } = splitFlag(word);
    return value === null ? flagsFor(line) : valuesAfter(flag, optionOf(command, flag));
  }
  if (command.commands.length > 0) return line.operands.length === 0 ? innerCommands(command) : [];
  const found = await operandsFor(line, namesOf);
  return found.length === 0 && word === '' && !isLiteral ? flagsFor(line) : found;
}

const innerCommands = (command: Command): Candidate[] =>
  command
    .createHelp()
    .visibleCommands(command)
    .map((inner) => ({ word: inner.name(), what: inner.description() }));

/** Those that the help shows, by their long names, and that were not given yet. */
function flagsFor({ command, given }: TypedLine): Candidate[] {
  const help = command.createHelp();
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)]
    .filter((option) => !given.has(option) || option.variadic)
    .map(({ long, short, description }) => ({ word: long ?? short ?? '', what: description }));
}

function valuesOf(option: Option): Candidate[] | 'files' {
  if (option.argChoices) return choices(option.argChoices);
  return TAKES_FILE.test(option.flags) ? 'files' : [];
}

function valuesAfter(flag: string, option: Option | undefined): Candidate[] | 'files' {
  const found = option && takesValue(option) ? valuesOf(option) : [];
  return found === 'files' ? found : found.map(({ word, what }) => ({ word: `${flag}=${word}`, what }));
}

async function operandsFor(line: TypedLine, namesOf: NamesOf): Promise<Candidate[] | 'files'> {
  const { command, operands } = line;
  const [all, last] = [command.registeredArguments, command.registeredArguments.at(-1)];
  const argument = all[operands.length] ?? (last?.variadic ? last : undefined);
  if (!argument) return [];
  if (argument.argChoices) return choices(argument.argChoices);
  if (TAKES_FILE.test(`<${argument.name()}>`)) return 'files';
  const names = isName(argument) ? await namesOf(command.parent?.name() ?? '', line) : [];
  return choices(names.filter((name) => !operands.includes(name)));
}

const isName = (argument: Argument): boolean => /^names?$/.test(argument.name());

const choices = (words: readonly string[]): Candidate[] => words.map((word) => ({ word, what: '' }));
