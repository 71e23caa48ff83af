import { type Chamber, COMMANDS, commandSubject, kindOf } from '#rotunda/contracts';
import { bodySchema, type Fields } from './command-schema.js';

export interface RegisteredCommand {
  name: string;
  chamber: Chamber;
  summary: string;
  fields: Fields;
}

export const registeredCommands = (): RegisteredCommand[] =>
  COMMANDS.map(({ chamber, name }) => ({
    name: commandSubject(chamber, name),
    chamber,
    summary: kindOf(name).summary,
    fields: bodySchema(kindOf(name).command).properties,
  }));
