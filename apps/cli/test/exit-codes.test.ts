import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { ApiError, NoAnswerError } from '../src/api/api-error.js';
import type { Cli } from '../src/cli.js';
import { examples } from '../src/output/examples.js';
import { failure, RunningVerb } from './verbs.js';

const addVerb =
  (error?: Error) =>
  (program: Command, { terminal }: Cli): void => {
    const verb = program.command('thing').command('do').option('--times <number>');
    examples(verb, ['rotunda thing do', 'does it'], ['rotunda thing do --times 2', 'does it twice']).action(() => {
      if (error) throw error;
      terminal.say('done');
    });
  };

const run = (error: Error | undefined, ...words: string[]) =>
  new RunningVerb(addVerb(error), ['thing', ...words]).outcome();

it('the exit code says why a verb failed', async () => {
  expect(await run(undefined, 'do')).toEqual({ code: 0, stdout: 'done\n', stderr: '' });
  expect(await run(new Error('lost'), 'do')).toEqual(failure(/^rotunda: lost\n$/, 'failed'));
  expect(await run(new NoAnswerError('http://127.0.0.1', {}), 'do')).toEqual(failure(/does not answer/, 'no_answer'));
  for (const status of [401, 403])
    expect(await run(new ApiError(status, 'no'), 'do')).toEqual(failure(/no/, 'refused'));
  expect(await run(new ApiError(404, 'no such'), 'do')).toEqual(failure(/no such/, 'not_found'));
  for (const status of [400, 422]) {
    expect(await run(new ApiError(status, 'no number'), 'do')).toEqual(failure(/no number/, 'usage'));
  }
  expect(await run(new ApiError(409, 'clash'), 'do')).toEqual(failure(/clash/, 'failed'));
});

it('wrong words are wrong usage, also where a verb is missing', async () => {
  expect(await run(undefined, 'do', '--tmes', '2')).toEqual(
    failure(/^rotunda: unknown option '--tmes'\n\(Did you mean --times\?\)\n$/, 'usage'),
  );
  expect(await run(undefined, 'doo')).toEqual(failure(/^rotunda: unknown command 'doo'.*Did you mean do/s, 'usage'));
  expect(await run(undefined)).toEqual(failure(/^Usage: rotunda thing/, 'usage'));
});

it('a verb that runs a program takes no --json', async () => {
  const parse = (program: Command): void => void program.command('parse').action(() => undefined);
  expect(await new RunningVerb(parse, ['parse', '--json']).outcome()).toMatchObject({
    ...{ code: 2, stderr: expect.stringContaining('in a form of its own') },
  });
});

it('with --json an error is an object on standard error, also of wrong words', async () => {
  const object = async (...args: Parameters<typeof run>): Promise<unknown> =>
    JSON.parse((await run(...args)).stderr) as unknown;
  const refused = { code: 'refused', message: 'no', status: 403 };
  expect(await object(new ApiError(403, 'no'), 'do', '--json')).toEqual({ error: refused });
  expect(await object(undefined, '--json', 'doo')).toMatchObject({ error: { code: 'usage' } });
});

it('help is no failure, and ends with examples', async () => {
  const { code, stdout } = await run(undefined, 'do', '--help');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /\nExamples:\n {2}rotunda thing do {12}does it\n {2}rotunda thing do --times 2 {2}does it twice\n$/,
  );
});
