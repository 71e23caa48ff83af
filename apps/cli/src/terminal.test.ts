import { beforeEach, expect, it } from 'vitest';
import { Terminal } from './terminal.js';

let written: string;
let nowMs: number;

beforeEach(() => {
  written = '';
  nowMs = 0;
});

function terminal(isTTY: boolean, columns?: number, env: NodeJS.ProcessEnv = {}): Terminal {
  const output = {
    isTTY,
    ...(columns !== undefined && { columns }),
    write: (text: string) => ((written += text), true),
  };
  return new Terminal(output, output, () => nowMs, env);
}

it('updates one line of progress, and clears it before the next line', () => {
  const shown = terminal(true);
  shown.progress('1 of 2');
  shown.progress('2 of 2');
  shown.say('done');
  shown.warn('odd');
  expect(written).toBe('\r\u001b[2K1 of 2\r\u001b[2K2 of 2\r\u001b[2Kdone\nodd\n');
});

it('updates several lines of progress, none of them wrapped', () => {
  const shown = terminal(true, 9);
  shown.progress('house 1 of 2', 'senate');
  shown.progress('house 2');
  shown.say('done');
  const clear = '\r\u001b[2K';
  expect(written).toBe(`${clear}house 1 \nsenate${clear}\u001b[1A${clear}house 2${clear}done\n`);
});

it.each([
  ['a file', terminal(false)],
  ['a dumb terminal', terminal(true, 80, { TERM: 'dumb' })],
])('writes a line of progress every three seconds to %s, where it can not be updated in place', (_, shown) => {
  for (const at of [0, 1_000, 2_999, 3_000, 4_000]) {
    nowMs = at;
    shown.progress(`at ${at}`);
  }
  expect(written).toBe('at 0\nat 3000\n');
});
