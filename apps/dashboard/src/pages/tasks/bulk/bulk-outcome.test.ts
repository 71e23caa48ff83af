import { expect, it } from 'vitest';
import { added } from './bulk-outcome.js';

it('adds up what several requests did, and why they refused tasks', () => {
  const ended = { code: 'task-ended', count: 2, task_id: 'a', message: 'It has ended.' };
  const unknown = { code: 'task-unknown', count: 1, task_id: 'b', message: 'There is none.' };
  const first = { matched: 10, done: 8, refused: [ended], remaining: 0 };
  const second = { matched: 4, done: 0, refused: [{ ...ended, count: 3, task_id: 'c' }, unknown], remaining: 0 };
  expect(added(first, second)).toEqual({
    matched: 14,
    done: 8,
    refused: [{ ...ended, count: 5 }, unknown],
    remaining: 0,
  });
});
