import { eventually, itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

export function describeThroughputPage(stack: () => DashboardStack): void {
  /** Until it has ended. */
  async function check(): Promise<void> {
    const tasks = `${stack().url}/api/v1/tasks`;
    const asked = await fetch(`${tasks}/check/house`, { method: 'POST' });
    const { task_id } = (await asked.json()) as { task_id: string };
    await eventually('the check', async () => {
      const { state } = (await (await fetch(`${tasks}/${task_id}`)).json()) as { state?: string };
      return state === 'SUCCESS';
    });
  }

  describe('the page of the throughput', () => {
    itAll('counts a run as it ends', async () => {
      await check();
      const page = await stack().open('/throughput?period=hour');
      const runs = page
        .getByRole('row', { name: /^House check/ })
        .getByRole('cell')
        .nth(1);
      await page.getByRole('link', { name: 'House check' }).click();
      await page.getByRole('slider', { name: /^\d+ runs? of House check/ }).waitFor();
      const before = Number(await runs.innerText());
      await check();
      const after = await eventually('another run', async () => {
        const now = Number(await runs.innerText());
        return now > before && now;
      });
      await page.getByRole('slider', { name: new RegExp(`^${after} runs of House check`) }).waitFor();
      expect(new URL(page.url()).search).toBe('?period=hour&kind=house.check');
      await page.context().close();
    });

    it('leads by the keyboard from a time to its tasks', async () => {
      const page = await stack().open('/throughput?period=quarter&kind=house.check');
      await page.getByText('Percentiles are right within 5 %.').waitFor();
      const chart = page.getByRole('slider', { name: /of House check/ });
      await chart.press('End');
      expect(await chart.getAttribute('aria-valuetext')).toMatch(
        /^\d+ \w{3} UTC, Failure \d+, Revoked \d+, Success \d+$/,
      );
      await chart.press('Enter');
      await page.waitForURL(/\/tasks\?/);
      const search = Object.fromEntries(new URL(page.url()).searchParams);
      expect(search).toMatchObject({ chamber: 'house', name: 'check', from: expect.stringMatching(/T00:00:00.000Z$/) });
      await page.context().close();
    });
  });
}
