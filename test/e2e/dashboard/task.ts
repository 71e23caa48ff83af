import { itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { Fault } from '../../../apps/stand-ins/src/faults.js';
import type { DashboardStack } from './dashboard-stack.js';

export function describeTaskPage(stack: () => DashboardStack): void {
  const ask = async <T>(path: string, init?: RequestInit): Promise<T> => {
    const answer = await fetch(new URL(path, stack().url), {
      ...init,
      headers: { 'content-type': 'application/json' },
    });
    return (await answer.json()) as T;
  };
  const submit = async (path: string, body: object): Promise<string> =>
    (await ask<{ task_id: string }>(`/api/v1/tasks/${path}`, { method: 'POST', body: JSON.stringify(body) })).task_id;
  const stateOf = async (id: string): Promise<{ state: string; run: number }> => ask(`/api/v1/tasks/${id}`);
  const setFaults = async (...faults: Fault[]): Promise<void> => {
    const { data } = await ask<{ data: { document_url: string }[] }>('/api/v1/filings?chamber=house&limit=1');
    const body = JSON.stringify({ faults });
    await fetch(new URL('/__stand-in/faults', data[0]!.document_url), { method: 'POST', body });
  };
  const isIn = (page: Page, state: string): Promise<void> =>
    page.getByRole('heading', { level: 1 }).getByText(state, { exact: true }).waitFor();

  describe('the page of a task', () => {
    it('follows its run: timeline, log and result', async () => {
      const id = await submit('scrape/house', { days_back: 7 });
      const page = await stack().open(`/tasks/${id}`);
      await isIn(page, 'SUCCESS');
      await page.getByRole('log').getByText('Attempt 1 started').waitFor();
      await page.getByRole('heading', { name: 'Result' }).waitFor();
      expect(await page.getByRole('table', { name: 'Run 1' }).getByRole('row').count()).toBe(2);
      await page.getByLabel('Text in the log').fill('no such text');
      await page.getByText('No line matches.').waitFor();
      await page.context().close();
    });

    it('shows what the site had answered, without running its scripts, and retries', async () => {
      await setFaults({ kind: 'changed_layout', path: '/FinancialDisclosure', method: 'GET' });
      const id = await submit('check/house', {});
      const page = await stack().open(`/tasks/${id}`);
      await isIn(page, 'FAILURE');
      await page.getByText('Page', { exact: true }).click();
      const frame = page.getByTitle('The answer’s body');
      expect(await frame.getAttribute('sandbox')).toBe('');
      // Its script would fill it.
      await frame.contentFrame().locator('main:empty').waitFor({ state: 'attached' });
      await setFaults();
      await page.getByRole('button', { name: 'Retry' }).click();
      await isIn(page, 'SUCCESS');
      expect(await stateOf(id)).toMatchObject({ state: 'SUCCESS', run: 2 });
      await page.getByRole('table', { name: 'Earlier runs' }).waitFor({ state: 'attached' });
      await page.context().close();
    });

    itAll('says why it waits, and cancels', async () => {
      await ask('/api/v1/sites/house/pause', { method: 'POST', body: JSON.stringify({ reason: 'a test' }) });
      const id = await submit('scrape/house', { days_back: 3 });
      const page = await stack().open(`/tasks/${id}`);
      await page.getByText('Its chamber is paused.').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Cancel the task' }).click();
      await isIn(page, 'REVOKED');
      expect(await stateOf(id)).toMatchObject({ state: 'REVOKED' });
      await ask('/api/v1/sites/house/resume', { method: 'POST' });
      await page.context().close();
    });

    itAll('has a group with its children, and says where there is no task', async () => {
      const id = await submit('scrape/all', { days_back: 2 });
      const page = await stack().open(`/tasks/${id}`);
      await isIn(page, 'SUCCESS');
      await page
        .getByRole('grid', { name: 'Children' })
        .getByRole('link', { name: /^Senate/ })
        .click();
      await page.getByRole('link', { name: id }).waitFor();
      expect(page.url()).toContain(`/tasks/${id}-senate`);
      await page.goto('/tasks/nothing');
      await page.getByText('There is no task with this id.').waitFor();
      await page.context().close();
    });
  });

  describe('the palette', () => {
    it('goes to a page, finds a task by its id, and tells the keys', async () => {
      const id = await submit('check/senate', {});
      const page = await stack().open('/');
      await page.getByRole('button', { name: 'Go to…' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill('latency');
      await page.getByRole('option', { name: 'Throughput' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Throughput', level: 1 }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox').fill(id);
      await page.getByRole('option', { name: id }).click();
      await page.getByRole('heading', { name: 'Check of the Senate' }).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).getByText('Next and previous row').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.keyboard.press('g');
      await page.keyboard.press('w');
      await page.getByRole('heading', { name: 'Workers', level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/workers');
      await page.context().close();
    });
  });
}
