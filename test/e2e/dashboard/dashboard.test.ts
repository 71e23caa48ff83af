import { afterAll, afterEach, beforeAll } from 'vitest';
import { describeAcrossPages } from './across-pages/across-pages.js';
import { DashboardStack } from './dashboard-stack.js';
import { describeFilingsPages } from './data/filings.js';
import { describeLatePage } from './data/late.js';
import { describeMembersPages } from './data/members.js';
import { describeTickersPages } from './data/tickers.js';
import { describeDemo } from './demo.js';
import { describeFrame } from './frame.js';
import { describeOverviewPage } from './overview.js';
import { describeTasksPage } from './tasks.js';
import { describeTaskPage } from './task.js';
import { describeRunPage } from './run.js';
import { describeSchedulesPage } from './schedules.js';
import { describeWorkersPage } from './workers.js';
import { describeThroughputPage } from './throughput.js';
import { describeSitesPage } from './sites.js';

let stack: DashboardStack;
beforeAll(async () => {
  stack = await DashboardStack.start();
});
afterAll(() => stack.stop());
afterEach(() => stack.refuseComplaints());

const PAGES = [
  describeDemo,
  describeFrame,
  describeOverviewPage,
  describeTasksPage,
  describeTaskPage,
  describeRunPage,
  describeSchedulesPage,
  describeWorkersPage,
  describeThroughputPage,
  describeSitesPage,
  describeFilingsPages,
  describeMembersPages,
  describeTickersPages,
  describeLatePage,
  // Kills parts of the stack: comes last.
  describeAcrossPages,
];

/** One stack for all pages: it is what costs. */
for (const describePage of PAGES) describePage(() => stack);
