import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { DashboardStack } from './dashboard-stack.js';
import { describeFrame } from './frame.js';

let stack: DashboardStack;
beforeAll(async () => {
  stack = await DashboardStack.start();
});
afterAll(() => stack.stop());
afterEach(() => {
  expect(stack.complaints.splice(0), 'what the pages complained about').toEqual([]);
});

/** One stack for all pages: it is what costs. */
for (const describePage of [describeFrame]) describePage(() => stack);
