import { describe, expect, it } from 'vitest';
import { isSettled } from '../across-pages/pages.js';
import type { DashboardStack } from '../dashboard-stack.js';

interface Late {
  counts: { late: number; in_time: number };
  members: { bioguide: string | null; name: string; late_trades: number }[];
}

export function describeLatePage(stack: () => DashboardStack): void {
  describe('the page of what was late', () => {
    it('counts by member, and leads to the late trades of one of them', async () => {
      await stack().command.says(/Done in/);
      const { counts, members } = await stack().ask<Late>('late?chamber=senate');
      const member = members.find(({ bioguide }) => bioguide !== null)!;
      const page = await stack().open('/late');
      await page.getByLabel('Chamber').selectOption('senate');
      await page.getByText(new RegExp(`^${counts.late} trades? late, ${counts.in_time} in time`)).waitFor();
      expect(new URL(page.url()).search).toBe('?chamber=senate');

      await page.getByRole('grid', { name: 'Late by member' }).getByRole('link', { name: member.name }).first().click();
      await page.getByRole('link', { name: 'All late trades' }).click();
      await page.waitForURL((url) => url.searchParams.get('bioguide') === member.bioguide);
      await isSettled(page);
      const rows = page.getByRole('grid', { name: 'Late trades' });
      expect(Number(await rows.getAttribute('aria-rowcount')) - 1).toBe(member.late_trades);
      await page.getByRole('link', { name: 'Show all members' }).click();
      await page.waitForURL((url) => url.search === '');
      await page.context().close();
    });
  });
}
