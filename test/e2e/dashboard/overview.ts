import { itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

interface Tasks {
  data: { args: { start_date?: string; end_date?: string } }[];
}

export function describeOverviewPage(stack: () => DashboardStack): void {
  describe('the overview', () => {
    itAll('shows what both chambers brought, the newest trades with their source, and that all is well', async () => {
      await stack().command.says(/Done in/);
      const page = await stack().open('/');
      for (const chamber of ['Senate', 'House']) {
        const card = page.getByRole('region', { name: chamber }).first();
        await card.getByText(/trades saved/).waitFor();
        await card.getByRole('link', { name: 'daily' }).waitFor();
      }
      const source = page.getByRole('region', { name: 'Newest trades' }).getByRole('link', { name: /^Source of/ });
      const document = await page.request.get((await source.first().getAttribute('href'))!);
      expect(document.status()).toBe(200);
      await page.getByRole('listitem').filter({ hasText: 'Postgres' }).getByText('OK', { exact: true }).waitFor();
      await page.context().close();
    });

    it('leads through the months with the arrows, and scrapes a gap that it asked about', async () => {
      const page = await stack().open('/');
      const map = page.getByRole('grid', { name: 'House' });
      const gap = map.getByRole('button', { name: /Not scraped/ }).first();
      await gap.focus();
      await page.keyboard.press('ArrowDown');
      expect(await map.locator(':focus').getAttribute('data-month')).toBe('2025-06');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Scrape this gap' }).waitFor();
      await page.getByRole('button', { name: /^Scrape \d+ days$/ }).click();
      await page.getByText(/will be scraped/).waitFor();
      const { data } = (await (
        await page.request.get('/api/v1/tasks?chamber=house&name=scrape&limit=1')
      ).json()) as Tasks;
      expect(data[0]?.args).toMatchObject({ start_date: '2026-06-13', end_date: '2026-06-30' });
      // It is listed at once, and its days are covered soon after.
      await map.getByRole('button', { name: /^June 2026: .*(trades?|late)\.$/ }).waitFor();
      await page.context().close();
    });
  });
}
