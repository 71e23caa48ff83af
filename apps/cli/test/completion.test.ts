import { expect, it } from 'vitest';
import { cliOn } from '../src/cli.js';
import { candidates } from '../src/commands/completion/candidates.js';
import { programOf } from '../src/program.js';
import { Terminal } from '../src/terminal.js';

const namesOf = (thing: string): Promise<string[]> => Promise.resolve([`${thing}-1`, `${thing}-2`]);

/** What can follow `rotunda …`; the last word is being typed. */
async function after(...words: string[]): Promise<string[] | 'files'> {
  const found = await candidates(programOf(cliOn(new Terminal())), words, namesOf);
  return found === 'files' ? found : found.map(({ word }) => word);
}

it('completes verbs, without the hidden ones', async () => {
  expect(await after('s')).toEqual([
    'start',
    'scheduler',
    'status',
    'scrape',
    'schedules',
    'sites',
    'setup',
    'secrets',
  ]);
  expect(await after('--gateway', 'http://a.test', 'workers', 'd')).toEqual(['drain']);
  expect(await after('help', 'sched')).toEqual(['scheduler', 'schedules']);
  expect(await after('ca')).toEqual([]);
  expect(await after('tasks', 'list', 'more', 'x')).toEqual([]);
});

it('completes options of the verb and of those above it, once each, without the hidden ones', async () => {
  const options = await after('worker', 'house', '--');
  expect(options).toEqual(expect.arrayContaining(['--concurrency', '--max-tasks', '--log-level', '--help']));
  expect(options).not.toContain('--max-tasks-per-child');
  expect(await after('tasks', 'list', '--gate')).toEqual(['--gateway']);
  expect(await after('tasks', 'list', '--gateway=http://a.test', '--gate')).toEqual([]);
  expect(await after('tasks', 'list', '-q', '--qui')).toEqual([]);
  expect(await after('tasks', 'list', '')).toContain('--state');
});

it('completes choices of options and arguments', async () => {
  expect(await after('tasks', 'list', '--state', 'F')).toEqual(['FAILURE']);
  expect(await after('tasks', 'list', '--state=F')).toEqual(['--state=FAILURE']);
  expect(await after('schedules', 'set', 'mine', '--chamber', 'house', 's')).toEqual(['senate']);
  expect(await after('schedules', 'set', 'mine', '--chamber', 'house', '--time')).toEqual(['--timezone']);
  expect(await after('tasks', 'submit', 'scrape', 's')).toEqual(['senate']);
  expect(await after('tasks', 'list', '--limit', '')).toEqual([]);
});

it('completes names of schedules and workers, and leaves files to the shell', async () => {
  expect(await after('schedules', 'show', '')).toEqual(['schedules-1', 'schedules-2']);
  expect(await after('workers', 'drain', 'workers-1', '')).toEqual(['workers-2']);
  expect(await after('login', '--key-file', 'k')).toBe('files');
  expect(await after('parse', 'house', 'a.pdf', 'b')).toBe('files');
});
