import type { Command } from '#rotunda/contracts';
import { unstorableField, unstorableMessage } from '#rotunda/domain';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { InvalidCommand } from './task-errors.js';

/**
 * The maximum size of a command, enough for a child of a group, which carries the whole command besides its own. A dead
 * letter with a body of this size fits into a message of 1 MiB, even if JSON needs six bytes for each character.
 */
export const LARGEST_COMMAND_BYTES = 150_000;

/** The maximum nesting of a command; code that walks through a deeper one could overflow the stack. */
const DEEPEST = 20;

/**
 * Parses the body of a command message. An empty body is an empty command; `null` counts as an absent field.
 *
 * @throws InvalidCommand that names every field at fault
 */
export async function parseCommand<C extends Command>(schema: new () => C, body: Uint8Array): Promise<C> {
  return readCommand(schema, parseObject(body));
}

/**
 * Like `parseCommand`, for a body that is an object already. Validation is synchronous.
 *
 * @throws InvalidCommand that names every field at fault
 */
export function readCommand<C extends Command>(schema: new () => C, fields: object): C {
  if (isTooDeep(fields)) throw new InvalidCommand(`The command is not valid: more than ${DEEPEST} nested levels.`);
  const unstorable = unstorableField(fields);
  if (unstorable !== null) throw new InvalidCommand(`The command is not valid: ${unstorableMessage(unstorable)}.`);
  const inherited = inheritedName(fields);
  if (inherited) throw new InvalidCommand(`The command is not valid: property ${inherited} should not exist.`);
  const command = plainToInstance(schema, withoutNulls(fields));
  const faults = validateSync(command, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length > 0) {
    const reasons = faults.flatMap(reasonsOf);
    throw new InvalidCommand(`The command is not valid: ${reasons.join('; ')}.`);
  }
  return command;
}

export const isTooDeep = (value: unknown, levels = DEEPEST): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((inner) => isTooDeep(inner, levels - 1)));

/** The first field, at any depth, with a name such as `constructor`: class-transformer and the validator fail on it. */
export function inheritedName(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, inner] of Object.entries(value)) {
    const found = name in Object.prototype ? name : inheritedName(inner);
    if (found) return found;
  }
  return undefined;
}

const reasonsOf = ({ constraints, children }: ValidationError): string[] => [
  ...Object.values(constraints ?? {}),
  ...(children ?? []).flatMap(reasonsOf),
];

function parseObject(body: Uint8Array): object {
  if (body.length > LARGEST_COMMAND_BYTES) {
    throw new InvalidCommand(`The command has ${body.length} bytes; the maximum is ${LARGEST_COMMAND_BYTES}.`);
  }
  const text = new TextDecoder().decode(body);
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InvalidCommand('The command is not JSON; send an object such as {"days_back": 7}.', { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InvalidCommand('The command must be a JSON object such as {"days_back": 7}.');
  }
  return value;
}

/** The fields without those that are `null`, which count as absent. */
export const withoutNulls = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
