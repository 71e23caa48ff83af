import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

export function describeRunPage(stack: () => DashboardStack): void {
  describe('the form of a task', () => {
    it('says at its field what the gateway refuses, keeps what is filled in, and makes one task of two clicks', async () => {
      const page = await stack().open('/run');
      await page.getByRole('radio', { name: 'House' }).check();
      const days = page.getByLabel('days_back');
      await days.fill('9999');
      await page.getByRole('button', { name: 'Run scrape for house' }).click();
      await page.getByText('days_back must be at most 5000').waitFor();
      await days.fill('3');
      await page.reload();
      expect(await days.inputValue()).toBe('3');
      expect(await page.getByLabel('The command for nats', { exact: true }).innerText()).toBe(
        `nats pub tasks.house.scrape '{"days_back":3}'`,
      );

      const sent: string[] = [];
      page.on('response', async (answer) => {
        if (answer.request().method() === 'POST') sent.push(((await answer.json()) as { task_id: string }).task_id);
      });
      await page.getByRole('button', { name: 'Run scrape for house' }).dblclick();
      await page.getByRole('link', { name: 'Open the task' }).click();
      await page.waitForURL(/\/tasks\//);
      const id = new URL(page.url()).pathname.split('/').at(-1)!;
      expect(new Set(sent)).toEqual(new Set([id]));
      const task = (await (await fetch(`${stack().url}/api/v1/tasks/${id}`)).json()) as { args: object };
      expect(task.args).toEqual({ days_back: 3 });
      await page.context().close();
    });
  });
}
