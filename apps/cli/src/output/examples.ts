import type { Command } from 'commander';

/** A line as an operator types it, and what it does. */
export type Example = readonly [line: string, what: string];

const EXAMPLES = new WeakMap<Command, readonly Example[]>();

/** Adds "Examples:" to the help of a verb. Each line begins with `rotunda`; test/examples.test.ts checks that it is right. */
export function examples(verb: Command, ...lines: [line: string, what: string][]): Command {
  EXAMPLES.set(verb, lines);
  const width = Math.max(...lines.map(([line]) => line.length));
  const shown = lines.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`);
  return verb.addHelpText('after', `\nExamples:\n${shown.join('\n')}`);
}

export const examplesOf = (verb: Command): readonly Example[] => EXAMPLES.get(verb) ?? [];
