import { type Chamber, COMMANDS, commandSubject, kindOf } from '#rotunda/contracts';
import { bodySchema, type Fields } from './command-schema.js';

/** `tasks.house.scrape`: the subject it is published on, and its name in lists. */
export const taskName = commandSubject;

export interface RegisteredCommand {
  name: string;
  chamber: Chamber;
  summary: string;
  fields: Fields;
}

export const registeredCommands = (): RegisteredCommand[] =>
  COMMANDS.map(({ chamber, name }) => ({
    name: taskName(chamber, name),
    chamber,
    summary: kindOf(name).summary,
    fields: bodySchema(kindOf(name).command).properties,
  }));
