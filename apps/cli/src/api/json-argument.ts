import { InvalidArgumentError } from 'commander';

/** @throws InvalidArgumentError, which commander shows with the option that it was given for */
export function readObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Not JSON at all: the same answer.
  }
  throw new InvalidArgumentError('It must be a JSON object such as {"days_back": 7}.');
}
