import { itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import { addressOf, isSettled } from '../across-pages/pages.js';
import type { DashboardStack } from '../dashboard-stack.js';

interface Summary {
  totals: { all: { trades: number } };
  months: { month: string | null }[];
}

export function describeMembersPages(stack: () => DashboardStack): void {
  describe('the pages of the members', () => {
    it('lead from a part of a name to what they traded, and to a month of it, in the address', async () => {
      await stack().command.says(/Done in/);
      const address = await addressOf(stack(), '/members/$bioguide');
      const bioguide = address.split('/').at(-1)!;
      const { name } = await stack().ask<{ name: string }>(`members/${bioguide}`);
      const { totals, months } = await stack().ask<Summary>(`members/${bioguide}/trades-summary`);
      const last = months.findLast(({ month }) => month !== null)!;

      const page = await stack().open('/members');
      await page.getByLabel('Search').fill(name.toUpperCase());
      await page.waitForURL(/name=/);
      await page.getByRole('grid', { name: 'Members' }).getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await isSettled(page);
      const all = page.getByRole('region', { name: 'In total' }).getByRole('row', { name: /^All/ }).first();
      expect(await all.getByRole('cell').nth(1).innerText()).toBe(String(totals.all.trades));

      const chart = page.getByRole('slider', { name: /trades? by month/ });
      await chart.press('End');
      await chart.press('Enter');
      await page.waitForURL((url) => url.searchParams.get('month') === last.month);
      const shared = await stack().open(page.url());
      await shared.getByRole('heading', { name: /^Trades of / }).waitFor();
      await isSettled(shared);
      const rows = shared.getByRole('grid', { name: /^Trades of / }).locator('[data-index]');
      await rows.first().waitFor();
      expect(await rows.filter({ hasText: `${last.month}-` }).count()).toBe(await rows.count());
      expect(await shared.title()).toBe(`${name}, disclosed trades · Rotunda`);
      expect(await shared.locator('head link[rel=alternate]').getAttribute('href')).toBe(
        `/feeds/members/${bioguide}.atom`,
      );
      await Promise.all([page.context().close(), shared.context().close()]);
    });

    itAll('say that nobody has an id that is not one, and that none matches', async () => {
      const page = await stack().open('/members/X000000');
      await page.getByText('There is no member with this id.').waitFor();
      await page.goto('/members?name=qqqqqq&party=Democrat');
      await page.getByText('No member matches.').waitFor();
      await page.getByLabel('Party').selectOption('');
      await page.waitForURL((url) => !url.searchParams.has('party'));
      await page.context().close();
    });
  });
}
