import { itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

export function describeSchedulesPage(stack: () => DashboardStack): void {
  const api = async (path: string, init: RequestInit = {}) => {
    const headers = { 'content-type': 'application/json' };
    return (await fetch(`${stack().url}/api/v1/${path}`, { ...init, headers })).json();
  };
  const put = (name: string, cron: string) =>
    api(`schedules/${name}`, { method: 'PUT', body: JSON.stringify({ cron, task: 'check' }) });

  describe('the page of schedules', () => {
    itAll('makes one, with its ticks in words as one types', async () => {
      const page = await stack().open('/schedules');
      await page.getByRole('link', { name: 'New schedule' }).click();
      await page.getByLabel('Name').fill('workdays');
      await page.getByLabel('Cron', { exact: true }).fill('30 4 * *');
      await page.getByText(/has 4 of the five fields/).waitFor();
      await page.getByLabel('Cron', { exact: true }).fill('30 4 * * 1-5');
      await page.getByText('At 04:30, Monday through Friday').waitFor();
      await page.getByRole('region', { name: 'Next ticks' }).getByText('04:30 UTC').first().waitFor();
      await page.getByLabel('days_back').fill('3');
      await page.getByRole('button', { name: 'Create' }).click();
      await page.getByText('workdays is saved.').waitFor();
      const made = await api('schedules/workdays');
      expect(made).toMatchObject({ cron: '30 4 * * 1-5', task: 'scrape', args: { days_back: 3 } });
      await page.context().close();
    });

    itAll('says that somebody else edited it, and keeps what its user chooses', async () => {
      await put('shared', '0 1 * * *');
      const page = await stack().open('/schedules?edit=shared');
      await page.getByLabel('Cron', { exact: true }).fill('0 5 * * *');
      await put('shared', '0 9 * * *');
      await page.getByText('Somebody changed this schedule while you edited it.').waitFor();
      await page.getByText('cron: "0 1 * * *" → "0 9 * * *"').waitFor();
      expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Keep mine' }).click();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('shared is saved.').waitFor();
      expect(await api('schedules/shared')).toMatchObject({ cron: '0 5 * * *' });
      await page.context().close();
    });

    it('runs one now, pauses it, deletes it, and puts a shipped one back', async () => {
      const page = await stack().open('/schedules');
      const weekly = page.getByRole('region', { name: /^weekly/ }).first();
      await weekly.getByRole('button', { name: 'Pause' }).click();
      await weekly.getByText(/Paused/).waitFor();
      expect(await api('schedules/weekly')).toMatchObject({ next_fire: null });
      await page.getByRole('region', { name: 'check', exact: true }).getByRole('button', { name: 'Run now' }).click();
      await page.getByRole('link', { name: 'Show it' }).waitFor();
      await weekly.getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await page.getByRole('button', { name: 'Put weekly back' }).click();
      await page.getByText('weekly is as it was shipped.').waitFor();
      expect(await api('schedules/weekly')).toMatchObject({ paused_at: null });
      await page.context().close();
    });
  });
}
