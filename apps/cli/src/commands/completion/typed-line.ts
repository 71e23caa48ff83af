import type { Command, Option } from 'commander';

/** What a line that is being typed means so far, without the word at its end. */
export interface TypedLine {
  /** The innermost one that was named. */
  command: Command;
  /** Words for its arguments. */
  operands: string[];
  /** Options that were given; the value is null where there is none yet. */
  given: Map<Option, string | null>;
  /** The option that takes the next word. */
  open: Option | null;
  /** After `--`: everything is an operand. */
  isLiteral: boolean;
}

export function readLine(program: Command, words: readonly string[]): TypedLine {
  const line: TypedLine = { command: program, operands: [], given: new Map(), open: null, isLiteral: false };
  for (const word of words) readWord(line, word);
  return line;
}

function readWord(line: TypedLine, word: string): void {
  const isOption = !line.isLiteral && isFlag(word);
  if (line.open && (!isOption || awaitsValue(line))) {
    line.given.set(line.open, word);
    if (!line.open.variadic) line.open = null;
  } else if (isOption) {
    readFlag(line, word);
  } else {
    line.open = null;
    const inner = line.operands.length === 0 && innerCommand(line.command, word);
    if (inner) line.command = inner;
    else if (word !== 'help' || line.operands.length > 0) line.operands.push(word);
  }
}

function readFlag(line: TypedLine, word: string): void {
  line.isLiteral ||= word === '--';
  const { flag, value } = splitFlag(word);
  line.open = null;
  const option = optionOf(line.command, flag);
  if (!option) return;
  line.given.set(option, value);
  if (value === null && takesValue(option)) line.open = option;
}

/** Whether the next word is an option's value even if it looks like another option. */
export const awaitsValue = ({ open, given }: TypedLine): boolean => open?.required === true && given.get(open) === null;

/** Whether it begins an option; `-` alone is standard input. */
export const isFlag = (word: string): boolean => word.startsWith('-') && word !== '-';

/** `--state=FAILURE` is `--state` with a value. */
export function splitFlag(word: string): { flag: string; value: string | null } {
  const [, flag, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
  return { flag: flag ?? word, value: value ?? null };
}

/** Of the command or of one above it: commander takes those anywhere. */
export const optionOf = (command: Command, flag: string): Option | undefined =>
  command.options.find(({ long, short }) => flag === long || flag === short) ??
  (command.parent ? optionOf(command.parent, flag) : undefined);

export const takesValue = (option: Option): boolean => option.required || option.optional;

const innerCommand = (command: Command, word: string): Command | undefined =>
  command.commands.find((inner) => inner.name() === word || inner.aliases().includes(word));
