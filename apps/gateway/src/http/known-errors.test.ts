import { MessagingUnavailableError, NoRoomError } from '#rotunda/messaging';
import { expect, it } from 'vitest';
import { asProblem } from './known-errors.js';

it('a server without room is a 503 with a type of its own', () => {
  const problem = asProblem(new NoRoomError());
  expect(problem?.getStatus()).toBe(503);
  expect(problem).toMatchObject({ kind: 'jetstream-full', message: expect.stringContaining('has no room') });
  expect(asProblem(new MessagingUnavailableError('away'))).toMatchObject({ kind: 'nats-unavailable' });
});
