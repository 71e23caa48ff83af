import { eventually } from '#rotunda/testing';
import type { Locator, Page } from 'playwright';
import type { DashboardStack } from '../dashboard-stack.js';

/** Starts a check: short, and a task like any other. @returns its id */
export const startCheck = async (stack: DashboardStack): Promise<string> =>
  (await stack.ask<{ task_id: string }>('tasks/check/house', {})).task_id;

/** The task's row in the list of tasks. */
export const rowOf = (page: Page, taskId: string): Locator =>
  page.getByRole('row').filter({ has: page.locator(`a[href$="/${taskId}"]`) });

export const hasSucceeded = (stack: { url: string }, taskId: string, headers = {}): Promise<boolean> =>
  eventually(`the success of ${taskId}`, async () => {
    const answer = await fetch(`${stack.url}/api/v1/tasks/${taskId}`, { headers });
    return ((await answer.json()) as { state: string }).state === 'SUCCESS';
  });
