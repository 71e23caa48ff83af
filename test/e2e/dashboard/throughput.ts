import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

export function describeThroughputPage(stack: () => DashboardStack): void {
  const check = (): Promise<Response> => fetch(`${stack().url}/api/v1/tasks/check/house`, { method: 'POST' });

  describe('the page of the throughput', () => {
    it('counts a run as it ends', async () => {
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
      await page.getByRole('slider', { name: new RegExp(`^${before + 1} runs of House check`) }).waitFor();
      expect(Number(await runs.innerText())).toBe(before + 1);
      expect(new URL(page.url()).search).toBe('?period=hour&kind=house.check');
      await page.context().close();
    });

    it('leads by the keyboard from a time to its tasks', async () => {
      const page = await stack().open('/throughput?period=quarter&kind=house.check');
      await page.getByText('Percentiles are right within 5 %.').waitFor();
      const chart = page.getByRole('slider', { name: /of House check/ });
      await chart.press('End');
      expect(await chart.getAttribute('aria-valuetext')).toMatch(/^\d+ \w{3} UTC, Failure 0, Revoked 0, Success \d+$/);
      await chart.press('Enter');
      await page.waitForURL(/\/tasks\?/);
      const search = Object.fromEntries(new URL(page.url()).searchParams);
      expect(search).toMatchObject({ chamber: 'house', name: 'check', from: expect.stringMatching(/T00:00:00.000Z$/) });
      await page.context().close();
    });
  });
}
