import { afterAll, afterEach, beforeAll } from 'vitest';
import { DashboardStack } from './dashboard-stack.js';
import { describeFrame } from './frame.js';

let stack: DashboardStack;
beforeAll(async () => {
  stack = await DashboardStack.start();
});
afterAll(() => stack.stop());
afterEach(() => stack.refuseComplaints());

/** One stack for all pages: it is what costs. */
for (const describePage of [describeFrame]) describePage(() => stack);
