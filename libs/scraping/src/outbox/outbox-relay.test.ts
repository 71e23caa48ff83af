import type { DisclosureStream } from '#rotunda/messaging';
import type { Outbox } from '#rotunda/persistence';
import { eventually } from '#rotunda/testing';
import { expect, it } from 'vitest';
import { OutboxRelay } from './outbox-relay.js';

it.each([0, 1, 2, 3, 4, 5, 6])('also sends a message entered %i microtasks after the last look', async (turns) => {
  let looks = 0;
  const pending = async (): Promise<[]> => {
    looks += 1;
    if (looks === 1) void entered();
    return [];
  };
  const entered = async (): Promise<void> => {
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    relay.nudge();
  };
  const relay = new OutboxRelay({ pending } as unknown as Outbox, {} as DisclosureStream, 'house');
  relay.nudge();
  await eventually('another look', () => looks === 2);
  await relay.beforeApplicationShutdown();
  expect(looks).toBe(2);
});
