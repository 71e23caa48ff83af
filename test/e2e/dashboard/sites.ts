import { itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

interface Sites {
  sites: { chamber: string; paused: { reason: string } | null }[];
}

export function describeSitesPage(stack: () => DashboardStack): void {
  describe('the page of the sites', () => {
    it('pauses a chamber with a reason that others see at once, and resumes it', async () => {
      const [page, other] = [await stack().open('/sites'), await stack().open('/')];
      const paused = async (): Promise<unknown> => {
        const { sites } = (await (await page.request.get('/api/v1/sites')).json()) as Sites;
        return sites.find(({ chamber }) => chamber === 'house')?.paused;
      };
      await page.getByRole('button', { name: 'Pause the House' }).click();
      await page.getByLabel('Reason').fill('they are moving');
      await page.getByRole('dialog').getByRole('button', { name: 'Pause' }).click();
      await page.getByText(/they are moving/).waitFor();
      expect(await paused()).toMatchObject({ reason: 'they are moving' });
      await other
        .getByRole('listitem')
        .filter({ hasText: 'House’s site' })
        .getByText('Paused', { exact: true })
        .waitFor();

      await page.getByRole('button', { name: 'Resume', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
      await other.getByRole('listitem').filter({ hasText: 'House’s site' }).getByText('OK', { exact: true }).waitFor();
      expect(await paused()).toBeNull();
      await Promise.all([page.context().close(), other.context().close()]);
    });

    itAll('checks a site, and says what the check found', async () => {
      const page = await stack().open('/sites');
      const card = page.getByRole('region', { name: 'Senate' });
      await card.getByRole('button', { name: 'Check now: Senate' }).click();
      await page.getByText('The senate’s site will be checked.').waitFor();
      const newest = await page.request.get('/api/v1/tasks?name=check&chamber=senate&limit=1');
      const { data } = (await newest.json()) as { data: { id: string; source: string }[] };
      expect(data[0]?.source).toBe('rest');
      await card
        .getByRole('listitem')
        .filter({ has: page.locator(`a[href="/tasks/${data[0]?.id}"]`) })
        .getByText(/Postgres answers\. Entry page/)
        .waitFor();
      await page.context().close();
    });
  });
}
