import { expect, it, describe } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

interface Found {
  data: { id: string; state: string }[];
}

export function describeTasksPage(stack: () => DashboardStack): void {
  const post = async (path: string, body: object): Promise<{ task_id: string }> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${stack().url}/api/v1/${path}`, init)).json() as Promise<{ task_id: string }>;
  };
  const stateOf = async (id: string): Promise<string | undefined> => {
    const answer = (await (await fetch(`${stack().url}/api/v1/tasks?q=${id}`)).json()) as Found;
    return answer.data.find((task) => task.id === id)?.state;
  };

  describe('the list of tasks', () => {
    it('shows a new task at once, and finds it by text; the address has the filters', async () => {
      const page = await stack().open('/tasks');
      await page.getByRole('grid', { name: 'Tasks' }).getByRole('row').nth(1).waitFor();
      const { task_id } = await post('tasks/check/house', {});
      await page.getByRole('link', { name: 'house.check' }).and(page.getByTitle(task_id)).waitFor();

      await page.keyboard.press('/');
      await page.keyboard.type(task_id);
      await page.waitForURL(({ searchParams }) => searchParams.get('q') === task_id);
      await page.getByText('1 of 1 loaded').waitFor();
      await page.reload();
      await page.getByText('1 of 1 loaded').waitFor();
      expect(await page.getByLabel('Search').inputValue()).toBe(task_id);
      await page.goBack();
      await page.waitForURL(({ search }) => search === '');
      expect(await page.getByLabel('Search').inputValue()).toBe('');
      await page.context().close();
    });

    it('cancels all that match, after it said how many; and says what was refused', async () => {
      // A site that is paused: the tasks wait.
      await post('sites/house/pause', { reason: 'dashboard test' });
      const group = 'dashboard-test';
      const queued = await Promise.all(
        [1, 2, 3].map((n) => post('tasks/scrape/house', { days_back: n, group: { id: group, size: 3 } })),
      );
      await post(`tasks/cancel/${queued[0]!.task_id}`, {});
      const page = await stack().open(`/tasks?group=${group}`);
      await page.getByText('3 of 3 loaded').waitFor();
      await page.getByLabel('Select this row').first().check();
      await page.getByRole('button', { name: 'Select all 3 that match' }).click();
      await page.getByRole('region', { name: 'Selected tasks' }).getByRole('button', { name: 'Cancel' }).click();
      const dialog = page.getByRole('dialog', { name: 'Cancel 2 tasks?' });
      await dialog.getByText('task-ended').waitFor();
      await dialog.getByRole('button', { name: 'Cancel 2 tasks' }).click();
      await page.getByRole('dialog', { name: '2 tasks cancelled' }).getByRole('button', { name: 'Close' }).click();
      await page.getByRole('button', { name: 'REVOKED 3' }).waitFor();
      expect(await Promise.all(queued.map(({ task_id }) => stateOf(task_id)))).toEqual(Array(3).fill('REVOKED'));
      await post('sites/house/resume', {});
      await page.context().close();
    });
  });
}
