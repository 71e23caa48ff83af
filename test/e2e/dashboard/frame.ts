import { itAll } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from './dashboard-stack.js';

export function describeFrame(stack: () => DashboardStack): void {
  describe('the frame of every page', () => {
    it('leads to each page, and says where there is none', async () => {
      const page = await stack().open('/');
      await page.getByRole('navigation').getByRole('link', { name: 'Workers' }).click();
      await page.getByRole('heading', { name: 'Workers', level: 1 }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/workers');
      await page.goto('/nothing');
      await page.getByText('There is no such page.').waitFor();
      await page.context().close();
    });

    itAll('keeps the chosen theme', async () => {
      const page = await stack().open('/', { colorScheme: 'light' });
      const scheme = (): Promise<string> => page.evaluate('getComputedStyle(document.documentElement).colorScheme');
      await page.getByRole('button', { name: 'Dark' }).click();
      expect(await scheme()).toBe('dark');
      await page.reload();
      await page.getByRole('button', { name: 'Dark', pressed: true }).waitFor();
      expect(await scheme()).toBe('dark');
      await page.context().close();
    });
  });
}
