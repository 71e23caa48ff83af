import { afterAll, afterEach, beforeAll } from 'vitest';
import { DashboardStack } from './dashboard-stack.js';
import { describeFrame } from './frame.js';
import { describeTaskPage } from './task.js';

let stack: DashboardStack;
beforeAll(async () => {
  stack = await DashboardStack.start();
});
afterAll(() => stack.stop());
afterEach(() => stack.refuseComplaints());

/** One stack for all pages: it is what costs. */
for (const describePage of [describeFrame, describeTaskPage]) describePage(() => stack);
