import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { DashboardStack } from '../dashboard-stack.js';
import { isMarked, isSettled, mark } from './pages.js';
import { hasSucceeded, rowOf, startCheck } from './tasks.js';

export function describeLive(stack: () => DashboardStack): void {
  describe('a change', () => {
    it('is seen from the first look on: the demo’s scrape goes on', () => {
      expect(stack().sawScrape).toBe(true);
    });

    it('is seen by everyone who looks', async () => {
      const pages = await Promise.all([stack().open('/tasks'), stack().open('/tasks')]);
      await Promise.all(pages.map((page) => isSettled(page).then(() => mark(page))));
      const id = await startCheck(stack());
      await Promise.all(pages.map((page) => rowOf(page, id).getByText('SUCCESS').waitFor()));
      expect(await Promise.all(pages.map((page) => isMarked(page)))).toEqual([true, true]);
      for (const page of pages) await page.context().close();
    });

    it('is not fetched while the tab is hidden, and there once it is shown', async () => {
      const page = await stack().open('about:blank');
      await page.clock.install();
      await page.goto('/tasks');
      await isSettled(page);
      await become(page, 'hidden');
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      const id = await startCheck(stack());
      await hasSucceeded(stack(), id);
      await page.clock.runFor('02:00');
      expect(asked).toEqual([]);
      await become(page, 'visible');
      await rowOf(page, id).waitFor();
      await page.context().close();
    });
  });
}

/** Chromium without a window shows every tab. */
const become = (page: Page, state: 'hidden' | 'visible'): Promise<unknown> =>
  page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${state}' });
    Object.defineProperty(document, 'hidden', { configurable: true, value: ${state === 'hidden'} });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  `);
