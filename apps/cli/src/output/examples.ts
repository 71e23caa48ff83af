import type { Command } from 'commander';

/** A line as an operator types it, and what it does. */
export type Example = readonly [line: string, what: string];

const EXAMPLES = new WeakMap<Command, readonly Example[]>();

const WIDTH = 100;

/** Adds "Examples:" to the help of a verb. Each line begins with `rotunda`; test/examples.test.ts checks that it is right. */
export function examples(verb: Command, ...lines: [line: string, what: string][]): Command {
  EXAMPLES.set(verb, lines);
  return verb.addHelpText('after', ['', 'Examples:', ...shownLines(lines)].join('\n'));
}

/** What a line does stands beside it, or below it where one of them is long. */
function shownLines(lines: readonly Example[]): string[] {
  const width = Math.max(...lines.map(([line]) => line.length));
  const isWide = lines.some(([, what]) => width + what.length > WIDTH);
  return lines.map(([line, what]) => (isWide ? `  ${line}\n      ${what}` : `  ${line.padEnd(width)}  ${what}`));
}

export const examplesOf = (verb: Command): readonly Example[] => EXAMPLES.get(verb) ?? [];
