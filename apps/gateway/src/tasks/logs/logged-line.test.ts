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

it('takes a worker’s line apart', () => {
  const { v: _, ...fields } = line;
  expect(read(JSON.stringify(line))).toEqual({ id: 7, task_id: 'a-task', ...fields });
});

it('knows a line’s place and task by itself, and shows no field that is none of a line', () => {
  const forged = { ...line, id: '8', task_id: 'another', more: true };
  expect(read(JSON.stringify(forged))).toEqual(read(JSON.stringify(line)));
});

it.each([
  ['no JSON', 'by hand'],
  ['null', 'null'],
  ['a list', '[1]'],
  ['a message alone', '{"message":"hi"}'],
  ['an unknown level', JSON.stringify({ ...line, level: 'fatal' })],
  ['a level of another type', JSON.stringify({ ...line, level: 1 })],
  ['a time that is none', JSON.stringify({ ...line, at: 'yesterday' })],
  ['an attempt that is no number', JSON.stringify({ ...line, attempt: '1' })],
  ['a worker that is no text', JSON.stringify({ ...line, worker: {} })],
  ['a message that is no text', JSON.stringify({ ...line, message: ['a'] })],
])('shows %s as it came', (_, text) => {
  expect(read(text)).toEqual({
    ...{ id: 7, task_id: 'a-task', at: WRITTEN, level: 'log', attempt: 0, worker: '' },
    message: text,
  });
});
