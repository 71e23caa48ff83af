import { logSubject } from '#rotunda/contracts';
import { expect, it } from 'vitest';
import { asLine, type LoggedLine } from './logged-line.js';

const WRITTEN = '2026-11-23T02:00:01.000Z';
const line = { v: 1, at: '2026-11-23T02:00:00.000Z', level: 'warn', attempt: 1, worker: 'w', message: 'no answer' };

const read = (text: string): LoggedLine =>
  asLine({
    ...{ subject: logSubject('a-task'), sequence: 7, publishedAt: new Date(WRITTEN) },
    ...{ data: Buffer.from(text), header: () => undefined },
  });

it('parses a worker’s line', () => {
  const { v: _, ...fields } = line;
  expect(read(JSON.stringify(line))).toEqual({ id: 7, task_id: 'a-task', ...fields });
});

it('takes place and task from the stream, and drops unknown fields', () => {
  const forged = { ...line, id: '8', task_id: 'another', more: true };
  expect(read(JSON.stringify(forged))).toEqual(read(JSON.stringify(line)));
});

it.each([
  ['a text that is not JSON', 'by hand'],
  ['null', 'null'],
  ['a list', '[1]'],
  ['a message alone', '{"message":"hi"}'],
  ['an unknown level', JSON.stringify({ ...line, level: 'fatal' })],
  ['a level of another type', JSON.stringify({ ...line, level: 1 })],
  ['an invalid time', JSON.stringify({ ...line, at: 'yesterday' })],
  ['an attempt that is not a number', JSON.stringify({ ...line, attempt: '1' })],
  ['a worker that is not a text', JSON.stringify({ ...line, worker: {} })],
  ['a message that is not a text', JSON.stringify({ ...line, message: ['a'] })],
])('shows %s unchanged', (_, text) => {
  expect(read(text)).toEqual({
    ...{ id: 7, task_id: 'a-task', at: WRITTEN, level: 'log', attempt: 0, worker: '' },
    message: text,
  });
});
