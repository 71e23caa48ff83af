import { eventually, itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

interface Worker {
  id: string;
  name: string;
  chamber: string;
}

export function describeWorkersPage(stack: () => DashboardStack): void {
  const findWorker = async (chamber: string): Promise<Worker | undefined> => {
    const { workers } = (await (await fetch(`${stack().url}/api/v1/workers`)).json()) as { workers: Worker[] };
    return workers.find((worker) => worker.chamber === chamber);
  };
  const workerOf = (chamber: string): Promise<Worker> =>
    eventually(`a worker of the ${chamber}`, () => findWorker(chamber));

  describe('the page of the workers', () => {
    it('leads from all workers to the last day of one', async () => {
      const { name, id } = await workerOf('house');
      const page = await stack().open('/workers');
      const row = page.getByRole('table', { name: 'Workers' }).getByRole('row', { name });
      await row.getByText(/^(idle|busy)$/).waitFor();
      await row.getByRole('link', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      expect(new URL(page.url()).searchParams.get('worker')).toBe(name);
      await page.getByText(id).waitFor();
      // A heartbeat comes at least every 10 s.
      await page.getByRole('slider', { name: /^Memory over the last day, at most \d+ MiB/ }).waitFor();
      await page.context().close();
    });

    itAll('says where no worker has the name', async () => {
      const page = await stack().open('/workers?worker=nobody');
      await page.getByText('No worker has had the name nobody within the last day.').waitFor();
      await page.getByRole('link', { name: 'All workers' }).click();
      await page.getByRole('table', { name: 'Workers' }).waitFor();
      expect(new URL(page.url()).search).toBe('');
      await page.context().close();
    });

    itAll('restarts a worker, and shows its successor', async () => {
      const { name, id } = await workerOf('senate');
      const page = await stack().open(`/workers?worker=${encodeURIComponent(name)}`);
      await page.getByText(id).waitFor();
      await page.getByRole('button', { name: 'Restart' }).click();
      await page
        .getByRole('dialog', { name: `Restart ${name}?` })
        .getByRole('button', { name: 'Restart' })
        .click();
      await page.getByText(`${name} takes no more tasks, and restarts once it is free.`).waitFor();
      const successor = await eventually('its successor', async () => {
        const worker = await findWorker('senate');
        return worker?.id !== id && worker;
      });
      expect(successor.name).toBe(name);
      await page.getByText(successor.id).waitFor();
      await page.context().close();
    });
  });
}
