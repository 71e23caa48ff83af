import { setUp } from './setup.js';
import { Terminal } from '../terminal.js';

/** The verb `setup`; returns the exit code. */
export async function setup(): Promise<number> {
  const terminal = new Terminal();
  const done = await setUp();
  for (const line of done) terminal.say(line);
  terminal.say(done.length === 0 ? 'Nothing to do: NATS and Postgres are as this version needs them.' : 'Set up.');
  return 0;
}
