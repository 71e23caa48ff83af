import { describe, expect, it } from 'vitest';
import { Terminal } from '../terminal.js';
import { Output, type OutputMode } from './output.js';
import { tableLines } from './table.js';

const TASKS = [
  { id: 'a', state: 'SUCCESS', saved: 7 },
  { id: 'long\u001b[2Jone', state: 'FAILURE', saved: 12_000 },
];

function printed(mode: OutputMode, rows: typeof TASKS, isTTY = false): { out: string; err: string } {
  const texts = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    isTTY,
    write: (text: string) => ((texts[name] += text), true),
  });
  const output = new Output(new Terminal(stream('out'), stream('err'), () => 0, {}));
  output.mode = mode;
  output.list(
    { data: rows },
    {
      rows,
      id: ({ id }) => id,
      empty: 'There are no tasks.',
      columns: [
        { name: 'task', cell: ({ id }) => id },
        { name: 'saved', cell: ({ saved }) => saved, align: 'right' },
        { name: 'state', cell: ({ state }) => state, colour: ({ state }) => (state === 'SUCCESS' ? 'green' : 'red') },
      ],
    },
  );
  output.hint('a hint');
  return texts;
}

describe('a list', () => {
  it('is a table for people, and its cells can’t control the terminal', () => {
    expect(printed('people', TASKS)).toEqual({
      out: [
        'TASK              SAVED  STATE',
        'a                     7  SUCCESS',
        'long\\u001b[2Jone  12000  FAILURE\n',
      ].join('\n'),
      err: 'a hint\n',
    });
  });
  it('may have as many rows as an archive', () => {
    const { out } = printed('people', Array<(typeof TASKS)[number]>(200_000).fill(TASKS[0]!));
    expect(out.split('\n')).toHaveLength(200_002);
  });
  it('has colours on a terminal only', () => {
    expect(printed('people', TASKS, true).out).toContain('\u001b[32mSUCCESS\u001b[39m');
  });
  it('is a sentence for people where it is empty', () => {
    expect(printed('people', []).out).toBe('There are no tasks.\n');
  });
  it('is the answer itself for programs, without hints', () => {
    const { out, err } = printed('json', TASKS);
    expect(JSON.parse(out)).toEqual({ data: TASKS });
    expect(err).toBe('');
  });
  it('is one id per line for scripts', () => {
    expect(printed('quiet', TASKS)).toEqual({ out: 'a\nlong\\u001b[2Jone\n', err: '' });
  });
});

it('the last column of a table goes on below where the terminal is too narrow', () => {
  const columns = [
    { name: 'id', cell: () => 'a' },
    { name: 'error', cell: () => 'SiteUnavailable: the site is down' },
  ];
  expect(tableLines([1], columns, { hasColours: false, width: 23 })).toEqual([
    'ID  ERROR',
    'a   SiteUnavailable:',
    '    the site is down',
  ]);
});

it('what printed JSON before there was --json still does so into a pipe, and is a page on a terminal', () => {
  const page = (isTTY: boolean): string => {
    let written = '';
    const stream = { isTTY, write: (text: string) => ((written += text), true) };
    new Output(new Terminal(stream, stream, () => 0, {})).page({ id: 'a' }, () => ({ lines: ['task a'] }));
    return written;
  };
  expect(page(true)).toBe('task a\n');
  expect(JSON.parse(page(false))).toEqual({ id: 'a' });
});
